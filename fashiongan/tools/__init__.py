"""Pictures from pictures: of a sketch, in another style, larger, inside a photo, on somebody, in a silhouette."""
