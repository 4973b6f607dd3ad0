package io.cybervpn.domain.provisioning.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the address of a panel may be, since staff may name it and not the configuration alone: a
 * plain URL that leads to no service of a cloud that answers everybody with secrets. No name is
 * looked up. Pure.
 */
public final class PanelAddress {
    private static final int LENGTH_MAX = 300;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern OCTETS =
            Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern PRIVATE =
            Pattern.compile("(127|10)\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*");

    /** Where clouds answer everybody with secrets, and what is nobody's address. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("(169\\.254|0|22[4-9]|23\\d|24\\d|25\\d)\\..*|100\\.100\\.100\\.200");

    private static final List<String> FORBIDDEN_NAMES =
            List.of("metadata", "metadata.google.internal", "instance-data");
    private static final List<String> PRIVATE_ENDS =
            List.of(".internal", ".local", ".localdomain", ".svc", ".lan", ".home.arpa");

    private PanelAddress() {}

    /**
     * Reads one. Plain http is taken only inside a private network.
     *
     * @return empty for anything that is not to be called
     */
    public static Optional<URI> read(String text) {
        try {
            return text.length() <= LENGTH_MAX
                    ? Optional.of(new URI(text)).filter(PanelAddress::isSound)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isSound(URI uri) {
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        boolean plain = "http".equals(uri.getScheme());
        return isBare(uri)
                && (plain || "https".equals(uri.getScheme()))
                && NAME.matcher(host).matches()
                && !FORBIDDEN_NAMES.contains(host)
                && isCallable(host)
                && (!plain || isPrivate(host));
    }

    private static boolean isBare(URI uri) {
        return uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() < 1 << 16
                && !uri.getPath().contains("..");
    }

    /** A number that is not written as four is an address in disguise. */
    private static boolean isCallable(String host) {
        boolean number = Character.isDigit(host.charAt(host.lastIndexOf('.') + 1));
        return number ? OCTETS.matcher(host).matches() && !isForbidden(host) : true;
    }

    private static boolean isForbidden(String host) {
        return FORBIDDEN.matcher(host).matches();
    }

    private static boolean isPrivate(String host) {
        return PRIVATE.matcher(host).matches()
                || !host.contains(".")
                || PRIVATE_ENDS.stream().anyMatch(host::endsWith);
    }
}
