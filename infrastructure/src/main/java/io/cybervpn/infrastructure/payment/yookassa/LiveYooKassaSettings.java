package io.cybervpn.infrastructure.payment.yookassa;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.infrastructure.payment.StoredFields;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is set of YooKassa: by staff, else by the configuration. */
@Alternative
@Priority(1)
@Singleton
final class LiveYooKassaSettings implements YooKassaSettings, GatewayFields {
    private static final String SHOP_ID = "shop_id";
    private static final String SECRET_KEY = "secret_key";
    private static final String RETURN_URL = "return_url";
    private static final String NETWORKS = "networks";

    private final YooKassaSettings configured = StoredFields.configured(YooKassaSettings.class);
    private final StoredFields stored;

    @Inject
    LiveYooKassaSettings(StoredFields stored) {
        this.stored = stored;
    }

    @Override
    public String provider() {
        return YooKassaGateway.PROVIDER;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.plain(SHOP_ID, "\\d{3,12}", shopId()),
                Field.secret(SECRET_KEY, "[A-Za-z0-9_-]{8,}", secretKey()),
                Field.plain(RETURN_URL, "https?://[^\\s]+", Optional.of(returnUrl().toString())),
                Field.plain(
                        NETWORKS,
                        "[0-9a-fA-F:./]+(,[0-9a-fA-F:./]+)*",
                        Optional.of(String.join(",", networks()))));
    }

    @Override
    public URI url() {
        return configured.url();
    }

    @Override
    public Optional<String> shopId() {
        return stored.plain(provider(), SHOP_ID).or(configured::shopId);
    }

    @Override
    public Optional<String> secretKey() {
        return stored.secret(provider(), SECRET_KEY).or(configured::secretKey);
    }

    @Override
    public URI returnUrl() {
        return stored.plain(provider(), RETURN_URL)
                .map(URI::create)
                .orElseGet(configured::returnUrl);
    }

    @Override
    public List<String> networks() {
        return stored.plain(provider(), NETWORKS)
                .map(text -> List.of(text.split(",")))
                .orElseGet(configured::networks);
    }
}
