package io.cybervpn.infrastructure.payment.stars;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.infrastructure.payment.StoredFields;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is set of Stars: by staff, else by the configuration. */
@Alternative
@Priority(1)
@Singleton
final class LiveStarsSettings implements StarsSettings, GatewayFields {
    private static final String BOT_TOKEN = "bot_token";
    static final String WEBHOOK_SECRET = "webhook_secret";
    private static final String SUBSCRIPTIONS = "subscriptions";

    private final StarsSettings configured = StoredFields.configured(StarsSettings.class);
    private final StoredFields stored;

    @Inject
    LiveStarsSettings(StoredFields stored) {
        this.stored = stored;
    }

    @Override
    public String provider() {
        return StarsGateway.PROVIDER;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.secret(BOT_TOKEN, "\\d+:[A-Za-z0-9_-]{20,}", botToken()),
                Field.secret(WEBHOOK_SECRET, "[A-Za-z0-9_-]{32,256}", webhookSecret()),
                Field.plain(
                        SUBSCRIPTIONS, "true|false", Optional.of(String.valueOf(subscriptions()))));
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
    public boolean subscriptions() {
        return stored.plain(provider(), SUBSCRIPTIONS)
                .map(Boolean::parseBoolean)
                .orElseGet(configured::subscriptions);
    }

    @Override
    public Optional<String> botToken() {
        return stored.secret(provider(), BOT_TOKEN).or(configured::botToken);
    }

    @Override
    public Optional<String> webhookSecret() {
        return stored.secret(provider(), WEBHOOK_SECRET).or(configured::webhookSecret);
    }
}
