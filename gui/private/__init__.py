"""What a user does with what is kept of people: lock it, unlock it, erase it."""
