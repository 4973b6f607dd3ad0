package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ViewUsage;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the customer's own subscription has used (R160). */
@Path("/api/v1/subscriptions/{id}/usage")
@Authenticated
@Tag(name = "subscriptions")
public final class UsageResource {
    private final ViewUsage viewUsage;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    UsageResource(ViewUsage viewUsage, CurrentActor actor, Clock clock) {
        this.viewUsage = viewUsage;
        this.actor = actor;
        this.clock = clock;
    }

    /** By day or by node. */
    @GET
    @Operation(
            operationId = "getUsage",
            summary = "Shows what a subscription has used, by day or by node",
            description =
                    "Days are of UTC and our own count, which outlives resets; nodes are the"
                            + " panel's statistics. Codes: access_not_ready, panel_unavailable.")
    public Uni<UsageJson> get(@PathParam("id") UUID id, @BeanParam UsageParams which) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return viewUsage
                .execute(which.query(actor.actor(), new AccessId(id), today))
                .map(UsageResource::answer);
    }

    static UsageJson answer(ViewUsage.Result result) {
        return switch (result) {
            case ViewUsage.Result.Found(var usage) -> UsageJson.of(usage);
            case ViewUsage.Result.NotReady() -> throw DeviceAnswers.notReady();
            case ViewUsage.Result.NoSuchSubscription() -> throw DeviceAnswers.noSuchSubscription();
            case ViewUsage.Result.NoAnswer() -> throw DeviceAnswers.noAnswer();
            case ViewUsage.Result.Denied() -> throw Problem.forbidden().asException();
        };
    }
}
