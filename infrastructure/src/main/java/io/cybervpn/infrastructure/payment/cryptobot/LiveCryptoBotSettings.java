package io.cybervpn.infrastructure.payment.cryptobot;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.infrastructure.payment.StoredFields;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is set of CryptoBot: by staff, else by the configuration. */
@Alternative
@Priority(1)
@Singleton
final class LiveCryptoBotSettings implements CryptoBotSettings, GatewayFields {
    static final String TOKEN = "token";

    private final CryptoBotSettings configured = StoredFields.configured(CryptoBotSettings.class);
    private final StoredFields stored;

    @Inject
    LiveCryptoBotSettings(StoredFields stored) {
        this.stored = stored;
    }

    @Override
    public String provider() {
        return CryptoBotGateway.PROVIDER;
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.secret(TOKEN, "\\d+:[A-Za-z0-9_-]{20,}", token()));
    }

    @Override
    public Optional<String> judging(String field) {
        return field.equals(TOKEN) ? token() : Optional.empty();
    }

    @Override
    public URI url() {
        return configured.url();
    }

    @Override
    public Optional<String> token() {
        return stored.secret(provider(), TOKEN).or(configured::token);
    }
}
