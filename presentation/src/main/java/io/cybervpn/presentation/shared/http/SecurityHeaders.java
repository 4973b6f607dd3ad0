package io.cybervpn.presentation.shared.http;

import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer says to browsers (R243). Nobody frames the shop, but for those named in {@code
 * cybervpn.http.frame-ancestors}: a portal that is a Telegram Mini App is framed by {@code
 * https://web.telegram.org}. HSTS goes out when the public address is https, or when a proxy of
 * ours says that the browser came by it.
 */
@Singleton
final class SecurityHeaders {
    private static final String API_POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'";
    private static final String PAGE_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'self'";
    private static final String HSTS = "max-age=31536000; includeSubDomains";

    private final Optional<String> framers;
    private final boolean secure;

    @Inject
    SecurityHeaders(
            @ConfigProperty(name = "cybervpn.http.frame-ancestors") Optional<List<String>> framers,
            @ConfigProperty(name = "cybervpn.public-url") String publicUrl) {
        this.framers = framers.filter(list -> !list.isEmpty()).map(list -> String.join(" ", list));
        this.secure = publicUrl.startsWith("https://");
    }

    void dress(RoutingContext exchange) {
        MultiMap headers = exchange.response().headers();
        boolean page = exchange.normalizedPath().startsWith("/q/swagger-ui");
        headers.set(
                "Content-Security-Policy",
                (page ? PAGE_POLICY : API_POLICY)
                        + "; frame-ancestors "
                        + framers.orElse("'none'"));
        if (framers.isEmpty()) {
            // A list has no word for this older header.
            headers.set("X-Frame-Options", "DENY");
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (secure || ClientAddress.isByHttps(exchange.request())) {
            headers.set("Strict-Transport-Security", HSTS);
        }
        if (exchange.normalizedPath().startsWith("/api/")) {
            exchange.addHeadersEndHandler(_ -> keepPrivate(headers));
        }
    }

    /** What a resource says of caching itself stays. */
    private static void keepPrivate(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
