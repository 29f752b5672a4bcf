"""The languages of the window: what translators write, what the window loads, and how a text is looked up."""
