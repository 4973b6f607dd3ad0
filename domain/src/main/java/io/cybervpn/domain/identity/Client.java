package io.cybervpn.domain.identity;

/**
 * With what and from where somebody came, as he says himself: shown to the owner of a session, and
 * trusted for nothing.
 *
 * @param device the head of the User-Agent in printable ASCII; empty when it said nothing
 * @param address an IP address as text; empty when it is not known
 */
public record Client(String device, String address) {
    private static final int DEVICE_LENGTH_MAX = 200;
    private static final int ADDRESS_LENGTH_MAX = 45;

    /** Nothing is known of it. */
    public static final Client UNKNOWN = new Client("", "");

    /** Cuts what is too long and drops what cannot be printed. */
    public Client {
        device = head(device.replaceAll("[^\\x20-\\x7e]", "").strip(), DEVICE_LENGTH_MAX);
        address = head(address, ADDRESS_LENGTH_MAX);
    }

    private static String head(String text, int lengthMax) {
        return text.substring(0, Math.min(text.length(), lengthMax));
    }
}
