package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.subscription.GiveTime;
import io.cybervpn.application.subscription.SteerSubscription;
import io.cybervpn.application.subscription.SteerSubscription.Steer;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What staff with {@code subscriptions:write} do with a subscription (R52, R53). */
@Path("/api/v1/admin/subscriptions/{id}")
@Authenticated
@Tag(name = "admin-subscriptions")
public final class SubscriptionDeedResource {
    private final GiveTime giveTime;
    private final SteerSubscription steer;
    private final CurrentActor actor;

    @Inject
    SubscriptionDeedResource(GiveTime giveTime, SteerSubscription steer, CurrentActor actor) {
        this.giveTime = giveTime;
        this.steer = steer;
        this.actor = actor;
    }

    /** Free days, or fewer; once for each key. Say why in {@code X-Reason}. */
    @POST
    @Path("/extend")
    @ReasonRequired
    @Operation(
            operationId = "adminExtendSubscription",
            summary = "Gives a subscription free days, or takes some",
            description =
                    "Needs X-Reason and Idempotency-Key. Codes: kept_by_store,"
                            + " subscription_terminated, nothing_to_take, too_far_ahead,"
                            + " version_stale, idempotency_key_reused.")
    public Uni<FreeTimeJson> extend(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid ExtensionRequestJson body) {
        allowed();
        return giveTime.execute(
                        new GiveTime.Command(
                                actor.actor(),
                                new SubscriptionId(id),
                                body.days(),
                                DeedKeys.required(key),
                                Optional.ofNullable(body.version())))
                .map(SubscriptionDeedResource::answer);
    }

    /** Out of service; repeatable. Say why in {@code X-Reason}. */
    @POST
    @Path("/suspend")
    @ReasonRequired
    @Operation(
            operationId = "adminSuspendSubscription",
            summary = "Takes a subscription out of service",
            description = "Needs X-Reason. Codes: subscription_terminated, version_stale.")
    public Uni<HoldJson> suspend(
            @PathParam("id") UUID id, @NotNull @Valid SuspensionRequestJson body) {
        return steer(id, new Steer.Suspend(body.timeRuns()), body.version());
    }

    /** Back into service. Say why in {@code X-Reason}. */
    @POST
    @Path("/unsuspend")
    @ReasonRequired
    @Operation(
            operationId = "adminUnsuspendSubscription",
            summary = "Puts a suspended subscription back into service",
            description = "Needs X-Reason. Codes: not_suspended, version_stale.")
    public Uni<HoldJson> unsuspend(
            @PathParam("id") UUID id, @NotNull @Valid SteerRequestJson body) {
        return steer(id, new Steer.Unsuspend(), body.version());
    }

    /** Away; only a purchase brings it back. Repeatable. Say why in {@code X-Reason}. */
    @POST
    @Path("/terminate")
    @ReasonRequired
    @Operation(
            operationId = "adminTerminateSubscription",
            summary = "Takes a subscription away",
            description = "Needs X-Reason. Code: version_stale.")
    public Uni<HoldJson> terminate(
            @PathParam("id") UUID id, @NotNull @Valid SteerRequestJson body) {
        return steer(id, new Steer.Terminate(), body.version());
    }

    private void allowed() {
        if (!actor.actor().may(Permission.SUBSCRIPTIONS_WRITE)) {
            throw Problem.forbidden().asException();
        }
    }

    private Uni<HoldJson> steer(UUID id, Steer wish, @Nullable Long version) {
        return steer.execute(
                        new SteerSubscription.Command(
                                actor.actor(),
                                new SubscriptionId(id),
                                wish,
                                Optional.ofNullable(version)))
                .map(SubscriptionDeedResource::answer);
    }

    private static HoldJson answer(SteerSubscription.Result result) {
        return switch (result) {
            case SteerSubscription.Result.Done(var subscription) ->
                    HoldJson.of(subscription, Optional.empty());
            case SteerSubscription.Result.Refused(var reason) -> throw Holding.problem(reason);
            case SteerSubscription.Result.Stale(var current) -> throw Holding.stale(current);
            case SteerSubscription.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static FreeTimeJson answer(GiveTime.Result result) {
        return switch (result) {
            case GiveTime.Result.Given(var given) -> FreeTimeJson.of(given);
            case GiveTime.Result.Refused(var reason) -> throw Holding.problem(reason);
            case GiveTime.Result.Stale(var current) -> throw Holding.stale(current);
            case GiveTime.Result.KeyReused() -> throw Holding.keyReused();
            case GiveTime.Result.OutOfRange() -> throw Holding.daysOutOfRange();
            case GiveTime.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
