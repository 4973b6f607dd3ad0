package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.SubscriptionRecords;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.QueryTime;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which subscriptions are wanted; what is not given does not matter. */
public final class SubscriptionFilterParams {
    private static final int CHOICES_MAX = 20;

    @Parameter(
            description =
                    "active, expired, paused, suspended or terminated; repeat for any of them")
    @QueryParam("status")
    @Size(max = CHOICES_MAX)
    List<String> status = List.of();

    @Parameter(description = "Of this customer")
    @QueryParam("userId")
    @Nullable UUID userId;

    @Parameter(description = "Of this plan")
    @QueryParam("planId")
    @Nullable UUID planId;

    @Parameter(description = "Ends then or later")
    @QueryParam("expireFrom")
    @Schema(implementation = Instant.class)
    @Nullable String expireFrom;

    @Parameter(description = "Ends earlier")
    @QueryParam("expireTo")
    @Schema(implementation = Instant.class)
    @Nullable String expireTo;

    SubscriptionRecords.Filter filter() {
        return new SubscriptionRecords.Filter(
                status.stream()
                        .map(SubscriptionFilterParams::status)
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(userId).map(AccountId::new),
                Optional.ofNullable(planId).map(PlanId::new),
                QueryTime.read("expireFrom", expireFrom),
                QueryTime.read("expireTo", expireTo));
    }

    static SubscriptionStatus status(String code) {
        return Stream.of(SubscriptionStatus.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.invalid("/status", "unknown", "There is no such status.")
                                        .asException());
    }
}
