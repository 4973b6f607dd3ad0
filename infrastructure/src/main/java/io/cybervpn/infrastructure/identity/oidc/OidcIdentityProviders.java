package io.cybervpn.infrastructure.identity.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.identity.port.IdentityProviders;
import io.cybervpn.infrastructure.shared.Remote;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The providers of {@code cybervpn.oidc}; a bad setting of one stops the start of the shop. */
@Startup
@Singleton
final class OidcIdentityProviders implements IdentityProviders {
    private static final Logger LOG = Logger.getLogger(OidcIdentityProviders.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, OidcClient> clients = new TreeMap<>();

    @Inject
    OidcIdentityProviders(
            OidcSettings settings,
            @ConfigProperty(name = "cybervpn.public-url") URI publicUrl,
            Vertx vertx,
            ObjectMapper json,
            Clock clock) {
        this(
                settings,
                publicUrl,
                new OidcClient.Tools(new BoundedHttp(vertx, PATIENCE), json, clock));
    }

    OidcIdentityProviders(OidcSettings settings, URI publicUrl, OidcClient.Tools tools) {
        settings.issuers().forEach((name, issuer) -> add(name, issuer, publicUrl, tools));
    }

    private void add(
            String name, OidcSettings.Issuer issuer, URI publicUrl, OidcClient.Tools tools) {
        clients.put(name, new OidcClient(new OidcProvider(name, issuer), publicUrl, tools));
    }

    @Override
    public List<Provider> all() {
        return clients.values().stream().map(OidcClient::described).toList();
    }

    @Override
    public Uni<Begun> begin(Journey journey) {
        return find(journey)
                .map(client -> Remote.outsideUnitOfWork(() -> client.begin(journey)))
                .orElseGet(() -> Uni.createFrom().item(new Begun.NoSuchProvider()))
                .onFailure(ProviderUnavailable.class)
                .invoke(OidcIdentityProviders::warn)
                .onFailure(ProviderUnavailable.class)
                .recoverWithItem(_ -> new Begun.Unavailable());
    }

    @Override
    public Uni<Redeemed> redeem(Journey journey, String code, Optional<String> issuer) {
        return find(journey)
                .map(client -> Remote.outsideUnitOfWork(() -> client.redeem(journey, code, issuer)))
                .orElseGet(() -> Uni.createFrom().item(new Redeemed.Refused()))
                .onFailure(ProviderUnavailable.class)
                .invoke(OidcIdentityProviders::warn)
                .onFailure(ProviderUnavailable.class)
                .recoverWithItem(_ -> new Redeemed.Unavailable());
    }

    private Optional<OidcClient> find(Journey journey) {
        return Optional.ofNullable(clients.get(journey.provider()));
    }

    private static void warn(Throwable failure) {
        LOG.warnf("an identity provider fails: %s (%s)", failure.getMessage(), failure.getCause());
    }
}
