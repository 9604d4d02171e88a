"""What is kept about people, who may see it, and how it goes: forgetting, access, retention, purpose."""
