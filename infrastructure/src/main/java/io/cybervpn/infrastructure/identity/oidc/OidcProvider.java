package io.cybervpn.infrastructure.identity.oidc;

import io.cybervpn.domain.identity.model.ExternalId;
import java.net.URI;
import java.util.Optional;

/** A provider of the configuration, under its name. */
record OidcProvider(String name, OidcSettings.Issuer settings) {
    private static final String FORM = "/api/v1/auth/oauth/%s/form";

    /** Telegram's {@code sub} is not the id that its bots know people by. */
    private static final String TELEGRAM_SUBJECT = "id";

    /** Refuses a name that identities cannot have. */
    OidcProvider {
        if (!ExternalId.isProvider(name)) {
            throw new IllegalStateException("cybervpn.oidc." + name + ": not a good name");
        }
        if (!isSafe(settings.issuer())) {
            throw new IllegalStateException("cybervpn.oidc." + name + ".issuer is not https");
        }
    }

    /** Only to the machine itself may an issuer speak plainly. */
    private static boolean isSafe(URI issuer) {
        String host = String.valueOf(issuer.getHost());
        return "https".equals(issuer.getScheme())
                || host.equals("localhost")
                || host.startsWith("127.");
    }

    String issuer() {
        return settings.issuer().toString();
    }

    String label() {
        return settings.label().orElse(name);
    }

    String scope() {
        return String.join(" ", settings.scopes());
    }

    String subjectClaim() {
        return settings.subjectClaim()
                .orElse(name.equals(ExternalId.TELEGRAM) ? TELEGRAM_SUBJECT : "sub");
    }

    /** Where the provider sends the browser: to the client's page, or to us with a form. */
    URI redirect(URI page, URI publicUrl) {
        return settings.formPost()
                ? URI.create(publicUrl.toString().replaceAll("/+$", "") + FORM.formatted(name))
                : page;
    }

    /** The key that signs our secret, if it is of that kind. */
    Optional<String> key() {
        return settings.privateKey().filter(key -> !key.isBlank());
    }

    @Override
    public String toString() {
        return "OidcProvider[" + name + "]";
    }
}
