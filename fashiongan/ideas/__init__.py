"""What a picture is drawn from, and what a designer does with that.."""
