package io.cybervpn.infrastructure.provisioning;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes passwords that people can type. */
public final class NewPassword {
    /** Without signs that look like others. */
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** More than 115 bits. */
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();

    /** Another one. */
    public String next() {
        return random.ints(LENGTH, 0, SIGNS.length())
                .mapToObj(SIGNS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
