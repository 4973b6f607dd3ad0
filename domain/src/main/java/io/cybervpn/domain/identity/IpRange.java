package io.cybervpn.domain.identity;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}, or one address.
 * An IPv4 address that is written as an IPv6 one is an IPv4 address.
 *
 * @param first the lowest of them
 * @param bits how many bits they have in common
 */
public record IpRange(InetAddress first, int bits) {
    private static final int DIGITS_MAX = 3;

    /** Four numbers: what else Java reads as an address, such as {@code 10.8}, is a slip here. */
    private static final Pattern DOTTED =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    /** Refuses a first address that is not the lowest one. */
    public IpRange {
        if (!isLowest(first, bits)) {
            throw new IllegalArgumentException("not a range: " + first + "/" + bits);
        }
    }

    /**
     * Reads a range in CIDR notation or one address; empty for all else, for a name, and for a
     * range whose address has bits beyond the prefix, since somebody meant something else then.
     */
    public static Optional<IpRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int bits = slash < 0 ? length(address.get()) : bits(text.substring(slash + 1));
        return isLowest(address.get(), bits)
                ? Optional.of(new IpRange(address.get(), bits))
                : Optional.empty();
    }

    /** Reads one address; empty for a name and for all else. */
    public static Optional<InetAddress> address(String text) {
        try {
            boolean plain = text.indexOf(':') >= 0 || DOTTED.matcher(text).matches();
            return plain && text.indexOf('%') < 0
                    ? Optional.of(InetAddress.ofLiteral(text))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static int bits(String digits) {
        boolean plain =
                !digits.isEmpty()
                        && digits.length() <= DIGITS_MAX
                        && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return plain ? Integer.parseInt(digits) : -1;
    }

    private static int length(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static boolean isLowest(InetAddress address, int bits) {
        int rest = length(address) - bits;
        return bits >= 0
                && rest >= 0
                && (number(address).signum() == 0 || number(address).getLowestSetBit() >= rest);
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    /** Whether an address is one of these. */
    public boolean holds(InetAddress other) {
        int rest = length(first) - bits;
        return length(first) == length(other)
                && number(first).shiftRight(rest).equals(number(other).shiftRight(rest));
    }

    /** In CIDR notation; {@link #parse} gives back the same. */
    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
