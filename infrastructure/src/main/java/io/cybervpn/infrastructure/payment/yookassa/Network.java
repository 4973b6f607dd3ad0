package io.cybervpn.infrastructure.payment.yookassa;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A network such as {@code 185.71.76.0/27}, or one address.
 *
 * @param bits the length of the prefix
 */
record Network(InetAddress address, int bits) {
    /** Reads it; fails with {@link IllegalArgumentException} if it is none. */
    static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = InetAddress.ofLiteral(parts[0]);
        int all = address.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        return new Network(address, bits);
    }

    /** An IPv4 address that is written as an IPv6 one is an IPv4 one; empty for what is none. */
    static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean holds(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        int rest = mine.length * Byte.SIZE - bits;
        return mine.length == theirs.length
                && new BigInteger(1, mine)
                        .shiftRight(rest)
                        .equals(new BigInteger(1, theirs).shiftRight(rest));
    }
}
