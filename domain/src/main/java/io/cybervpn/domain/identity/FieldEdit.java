package io.cybervpn.domain.identity;

import java.util.Optional;

/** What an edit wants of one field. */
public sealed interface FieldEdit<T> {
    /** As it is. */
    record Keep<T>() implements FieldEdit<T> {}

    /** Away with it. */
    record Clear<T>() implements FieldEdit<T> {}

    /** This from now on. */
    record To<T>(T value) implements FieldEdit<T> {}

    /** As it is. */
    static <T> FieldEdit<T> keep() {
        return new Keep<>();
    }

    /** What is wanted; empty: as it is. */
    static <T> FieldEdit<T> of(Optional<T> wanted) {
        return wanted.<FieldEdit<T>>map(To::new).orElseGet(Keep::new);
    }

    /** The new value, if the edit names one. */
    default Optional<T> wanted() {
        return switch (this) {
            case To<T>(var value) -> Optional.of(value);
            case Keep<T> _, Clear<T> _ -> Optional.empty();
        };
    }

    /** Whether the field shall be empty. */
    default boolean clears() {
        return this instanceof Clear<T>;
    }

    /** Whether the edit says anything of the field. */
    default boolean says() {
        return !(this instanceof Keep<T>);
    }
}
