package io.cybervpn.infrastructure.payment.tbank;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.infrastructure.payment.StoredFields;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is set of TBank: by staff, else by the configuration. */
@Alternative
@Priority(1)
@Singleton
final class LiveTBankSettings implements TBankSettings, GatewayFields {
    private static final String TERMINAL_KEY = "terminal_key";
    static final String PASSWORD = "password";
    private static final String RETURN_URL = "return_url";

    private final TBankSettings configured = StoredFields.configured(TBankSettings.class);
    private final StoredFields stored;

    @Inject
    LiveTBankSettings(StoredFields stored) {
        this.stored = stored;
    }

    @Override
    public String provider() {
        return TBankGateway.PROVIDER;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.plain(TERMINAL_KEY, "[A-Za-z0-9]{1,20}", terminalKey()),
                Field.secret(PASSWORD, "[!-~]{4,100}", password()),
                Field.plain(RETURN_URL, "https?://[^\\s]+", Optional.of(returnUrl().toString())));
    }

    @Override
    public Optional<String> judging(String field) {
        return field.equals(PASSWORD) ? password() : Optional.empty();
    }

    @Override
    public URI url() {
        return configured.url();
    }

    @Override
    public Optional<String> terminalKey() {
        return stored.plain(provider(), TERMINAL_KEY).or(configured::terminalKey);
    }

    @Override
    public Optional<String> password() {
        return stored.secret(provider(), PASSWORD).or(configured::password);
    }

    @Override
    public URI returnUrl() {
        return stored.plain(provider(), RETURN_URL)
                .map(URI::create)
                .orElseGet(configured::returnUrl);
    }

    @Override
    public URI notificationUrl() {
        return configured.notificationUrl();
    }
}
