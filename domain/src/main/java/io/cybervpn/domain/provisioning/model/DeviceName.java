package io.cybervpn.domain.provisioning.model;

import java.util.Optional;

/**
 * What a customer calls a device.
 *
 * @param text 1 to {@link #LENGTH_MAX} characters, no control characters, no blanks around it
 */
public record DeviceName(String text) {
    /** The longest name in UTF-16 units. */
    public static final int LENGTH_MAX = 64;

    /** Reads a name as somebody typed it; empty for what is none. */
    public static Optional<DeviceName> of(String typed) {
        String text = typed.strip();
        boolean fits = !text.isEmpty() && text.length() <= LENGTH_MAX;
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        return fits && plain ? Optional.of(new DeviceName(text)) : Optional.empty();
    }
}
