"""From the read model to what `adoptlog.effect` works out: who measured what, who could have used, what it costs."""
