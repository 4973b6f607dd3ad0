package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ImportLinks;
import io.cybervpn.application.provisioning.LinkState;
import io.cybervpn.application.provisioning.ViewLink;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.QrImage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a browser sees of a link: how the subscription stands, a QR code and ways into apps. One
 * file without scripts that loads nothing from anywhere; its one style is allowed by its hash.
 */
@Singleton
final class LinkPage {
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:2rem auto;padding:0 1rem}"
                    + "h1{font-size:1.4rem}.q{max-width:16rem;margin:1rem auto}"
                    + "a.b{display:block;margin:.4rem 0;padding:.6rem;border:1px solid #888;"
                    + "border-radius:.5rem;text-align:center;color:inherit;text-decoration:none}"
                    + "code{word-break:break-all;font-size:.8rem}";
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";
    private static final long GIGABYTE = 1_000_000_000L;

    private final Clock clock;
    private final String policy = POLICY.formatted(hash(STYLE));

    @Inject
    LinkPage(Clock clock) {
        this.clock = clock;
    }

    RestResponse<byte[]> of(ViewLink.Result.Found link, Languages languages) {
        LinkPageWords words = LinkPageWords.of(languages);
        return RestResponse.ResponseBuilder.ok(html(link, words).getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .header("Content-Security-Policy", policy)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                .header(HttpHeaders.VARY, "User-Agent, Accept, Accept-Language")
                .build();
    }

    private String html(ViewLink.Result.Found link, LinkPageWords words) {
        String title = escaped(link.title());
        return """
        <!doctype html><html lang="%s"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width,initial-scale=1">\
        <meta name="robots" content="noindex"><title>%s</title><style>%s</style></head><body>
        <h1>%s</h1>
        <p><b>%s</b></p>
        <p>%s<br>%s</p>
        %s
        %s
        </body></html>
        """
                .formatted(
                        words.language(),
                        title,
                        STYLE,
                        title,
                        escaped(words.state(link.state())),
                        escaped(days(link, words)),
                        escaped(traffic(link, words)),
                        pages(link, words),
                        isToImport(link) ? imports(link, words) : "");
    }

    private static boolean isToImport(ViewLink.Result.Found link) {
        return link.state() != LinkState.NO_VPN && link.state() != LinkState.TERMINATED;
    }

    private static String imports(ViewLink.Result.Found link, LinkPageWords words) {
        return """
        <div class="q">%s</div>
        <h2>%s</h2>
        %s
        <p><code>%s</code></p>"""
                .formatted(
                        new String(new QrImage(link.url()).svg(), StandardCharsets.UTF_8),
                        escaped(words.importInto()),
                        buttons(link),
                        escaped(link.url()));
    }

    private String days(ViewLink.Result.Found link, LinkPageWords words) {
        Duration left = Duration.between(clock.instant(), link.expireAt());
        long days = left.isPositive() ? left.plusDays(1).minusNanos(1).toDays() : 0;
        return words.daysLeft() + ": " + days;
    }

    private static String traffic(ViewLink.Result.Found link, LinkPageWords words) {
        String of =
                switch (link.traffic()) {
                    case Limit.Unlimited() -> words.unlimited();
                    case Limit.Of(var amount) -> gigabytes(amount);
                };
        return words.traffic() + ": " + gigabytes(link.usedBytes()) + " / " + of;
    }

    private static String gigabytes(long bytes) {
        return bytes / GIGABYTE + "." + bytes % GIGABYTE / (GIGABYTE / 10) + " GB";
    }

    /** Where people are sent to is the shop's own word; only addresses of the web are. */
    private static String pages(ViewLink.Result.Found link, LinkPageWords words) {
        String renew =
                link.state() == LinkState.ACTIVE
                        ? ""
                        : link.pages().renew().map(url -> button(url, words.renew())).orElse("");
        return renew + link.pages().support().map(url -> button(url, words.support())).orElse("");
    }

    private static String buttons(ViewLink.Result.Found link) {
        return ImportLinks.of(link.url(), link.title()).stream()
                .map(each -> anchor(each.url(), each.app()))
                .collect(Collectors.joining("\n"));
    }

    private static String button(String url, String text) {
        return url.startsWith("https://") || url.startsWith("http://") ? anchor(url, text) : "";
    }

    private static String anchor(String url, String text) {
        return "<a class=\"b\" href=\"%s\">%s</a>".formatted(escaped(url), escaped(text));
    }

    private static final Map<Character, String> ESCAPES =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;");

    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        text.chars()
                .forEach(
                        c -> html.append(ESCAPES.getOrDefault((char) c, String.valueOf((char) c))));
        return html.toString();
    }

    private static String hash(String style) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
