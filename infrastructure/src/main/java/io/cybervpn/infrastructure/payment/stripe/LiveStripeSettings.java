package io.cybervpn.infrastructure.payment.stripe;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.infrastructure.payment.StoredFields;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is set of Stripe: by staff, else by the configuration. */
@Alternative
@Priority(1)
@Singleton
final class LiveStripeSettings implements StripeSettings, GatewayFields {
    private static final String SECRET_KEY = "secret_key";
    static final String WEBHOOK_SECRET = "webhook_secret";
    private static final String RETURN_URL = "return_url";

    private final StripeSettings configured = StoredFields.configured(StripeSettings.class);
    private final StoredFields stored;

    @Inject
    LiveStripeSettings(StoredFields stored) {
        this.stored = stored;
    }

    @Override
    public String provider() {
        return StripeGateway.PROVIDER;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.secret(SECRET_KEY, "(sk|rk)_(live|test)_[A-Za-z0-9_]{8,}", secretKey()),
                Field.secret(WEBHOOK_SECRET, "whsec_[A-Za-z0-9_+/=]{8,}", webhookSecret()),
                Field.plain(RETURN_URL, "https?://[^\\s]+", returnUrl().map(URI::toString)));
    }

    @Override
    public Optional<String> judging(String field) {
        return field.equals(WEBHOOK_SECRET) ? webhookSecret() : Optional.empty();
    }

    @Override
    public URI url() {
        return configured.url();
    }

    @Override
    public Optional<String> secretKey() {
        return stored.secret(provider(), SECRET_KEY).or(configured::secretKey);
    }

    @Override
    public Optional<String> webhookSecret() {
        return stored.secret(provider(), WEBHOOK_SECRET).or(configured::webhookSecret);
    }

    @Override
    public Optional<URI> returnUrl() {
        return stored.plain(provider(), RETURN_URL).map(URI::create).or(configured::returnUrl);
    }
}
