"""Status: from read model and policy to who has formed the habit, on any date. Pure but for what it is handed."""
