package io.cybervpn.infrastructure.appstore.revenuecat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.appstore.port.StoreUnavailable;
import io.cybervpn.domain.appstore.model.Reading;
import io.cybervpn.infrastructure.shared.RemoteApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * RevenueCat over HTTP, with timeouts and a circuit breaker. Whatever is no clear answer is none.
 */
@Singleton
class RevenueCatClient {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final String authorization;
    private final RevenueCatApi api;
    private final RemoteApi remote;

    @Inject
    RevenueCatClient(RevenueCatSettings settings, ObjectMapper mapper) {
        this.authorization = "Bearer " + settings.apiKey().orElse("");
        this.api = RemoteApi.client(settings.url(), RevenueCatApi.class);
        this.remote = new RemoteApi("RevenueCat", mapper, StoreUnavailable::new);
    }

    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {StoreUnavailable.class, TimeoutException.class})
    Uni<Reading> read(String appUser) {
        return remote.reached(api.subscriber(authorization, appUser))
                .map(this::good)
                .map(Subscriber::reading);
    }

    private JsonNode good(Response response) {
        if (response.getStatus() != OK && response.getStatus() != CREATED) {
            throw new StoreUnavailable("RevenueCat answers " + response.getStatus());
        }
        return remote.parsed(response);
    }
}
