package io.cybervpn.presentation.identity.rest.events;

import io.cybervpn.application.identity.port.SecurityEvents.Filter;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.QueryTime;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which events are wanted; what is not given does not matter. */
public final class SecurityEventFilterParams {
    @QueryParam("accountId")
    @Nullable UUID accountId;

    /** Such as {@code login_failed}. */
    @QueryParam("type")
    @Size(max = 40)
    @Nullable String type;

    @QueryParam("address")
    @Size(max = 45)
    @Nullable String address;

    @QueryParam("from")
    @Schema(implementation = Instant.class)
    @Nullable String from;

    @QueryParam("to")
    @Schema(implementation = Instant.class)
    @Nullable String to;

    Filter filter() {
        return new Filter(
                Optional.ofNullable(type).map(SecurityEventFilterParams::type).orElseGet(Set::of),
                Optional.ofNullable(accountId).map(AccountId::new),
                Optional.ofNullable(address),
                QueryTime.read("from", from),
                QueryTime.read("to", to));
    }

    private static Set<SecurityEventType> type(String code) {
        return Set.of(
                SecurityEventType.find(code)
                        .orElseThrow(
                                () ->
                                        Problem.invalid("type", "invalid", "There is no such type.")
                                                .asException()));
    }
}
