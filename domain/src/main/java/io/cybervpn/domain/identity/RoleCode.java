package io.cybervpn.domain.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a role, by which it is assigned; it never changes.
 *
 * @param value 2 to 40 characters: lower-case letters, digits and underscores, a letter first
 */
public record RoleCode(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{1,39}");

    /** Refuses another shape. */
    public RoleCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not the code of a role");
        }
    }

    /** Reads what somebody typed; empty when it cannot be the code of a role. */
    public static Optional<RoleCode> parse(String typed) {
        return Optional.of(typed).filter(t -> SHAPE.matcher(t).matches()).map(RoleCode::new);
    }
}
