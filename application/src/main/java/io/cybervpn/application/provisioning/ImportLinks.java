package io.cybervpn.application.provisioning;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How apps take a link in: addresses that open the app with the link in them. Only of schemes that
 * are known to be of such apps, so that no page of ours ever holds another. Pure.
 */
public final class ImportLinks {
    /** All that is ever built. */
    public static final Set<String> SCHEMES =
            Set.of(
                    "hiddify",
                    "v2rayng",
                    "clash",
                    "sing-box",
                    "streisand",
                    "happ",
                    "shadowrocket",
                    "ssconf");

    private static final String HTTPS = "https://";
    private static final List<String> ALL = List.of("android", "ios", "windows", "macos", "linux");
    private static final List<String> MOBILE = List.of("android", "ios", "macos");
    private static final List<String> ANDROID = List.of("android");
    private static final List<String> APPLE = List.of("ios", "macos");

    private ImportLinks() {}

    /**
     * A way into an app.
     *
     * @param app its name
     * @param platforms where it runs, in lower case
     * @param url that opens it; whoever holds it holds the access
     */
    public record ImportLink(String app, List<String> platforms, String url) {
        /** Copies, and refuses what is of no app. */
        public ImportLink {
            platforms = List.copyOf(platforms);
            if (!SCHEMES.contains(url.substring(0, Math.max(0, url.indexOf(':'))))) {
                throw new IllegalArgumentException("not the scheme of an app: " + app);
            }
        }

        /** Leaves the link out. */
        @Override
        public String toString() {
            return "ImportLink[" + app + "]";
        }
    }

    /**
     * All ways of a link.
     *
     * @param link of the subscription
     * @param title what the app calls it
     */
    public static List<ImportLink> of(String link, String title) {
        UnaryOperator<String> part = ImportLinks::encoded;
        String name = part.apply(title);
        return List.of(
                app("Hiddify", "hiddify://import/" + link + "#" + name, ALL),
                app("Happ", "happ://add/" + link, ALL),
                app("v2rayNG", "v2rayng://install-config?url=" + part.apply(link), ANDROID),
                app("Clash", "clash://install-config?url=" + part.apply(link), ALL),
                app(
                        "sing-box",
                        "sing-box://import-remote-profile?url=" + part.apply(link) + "#" + name,
                        MOBILE),
                app("Streisand", "streisand://import/" + link + "#" + name, APPLE),
                app("Shadowrocket", "shadowrocket://add/sub://" + base64(link), APPLE),
                app("Outline", outline(link) + "#" + name, ALL));
    }

    private static ImportLink app(String name, String url, List<String> platforms) {
        return new ImportLink(name, platforms, url);
    }

    /** Outline knows links by a scheme of its own, which stands for https. */
    private static String outline(String link) {
        String rest = link.startsWith(HTTPS) ? link.substring(HTTPS.length()) : link;
        return "ssconf://" + rest.replaceFirst("^http://", "") + "?format=outline";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
