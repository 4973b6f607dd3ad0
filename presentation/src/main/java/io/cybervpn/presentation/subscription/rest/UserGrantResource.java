package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.subscription.GrantPlan;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Access without payment, for partners and testers (R67); needs {@code subscriptions:write}. */
@Path("/api/v1/admin/users/{id}/grant")
@Authenticated
@Tag(name = "admin-subscriptions")
public final class UserGrantResource {
    private final GrantPlan grantPlan;
    private final CurrentActor actor;

    @Inject
    UserGrantResource(GrantPlan grantPlan, CurrentActor actor) {
        this.grantPlan = grantPlan;
        this.actor = actor;
    }

    /** Opens one of the plan or prolongs it; once for each key. Say why in {@code X-Reason}. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminGrantPlan",
            summary = "Serves a customer with a plan for free days",
            description =
                    "Needs X-Reason and Idempotency-Key. Codes: kept_by_store, too_far_ahead,"
                            + " idempotency_key_reused.")
    public Uni<FreeTimeJson> grant(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid GrantRequestJson body) {
        if (!actor.actor().may(Permission.SUBSCRIPTIONS_WRITE)) {
            throw Problem.forbidden().asException();
        }
        return grantPlan
                .execute(
                        new GrantPlan.Command(
                                actor.actor(),
                                new AccountId(id),
                                new PlanId(body.planId()),
                                body.days(),
                                DeedKeys.required(key)))
                .map(UserGrantResource::answer);
    }

    private static FreeTimeJson answer(GrantPlan.Result result) {
        return switch (result) {
            case GrantPlan.Result.Given(var given) -> FreeTimeJson.of(given);
            case GrantPlan.Result.Refused(var reason) -> throw Holding.problem(reason);
            case GrantPlan.Result.NoSuchCustomer() -> throw Problem.notFound("user").asException();
            case GrantPlan.Result.NoSuchPlan() -> throw Problem.notFound("plan").asException();
            case GrantPlan.Result.KeyReused() -> throw Holding.keyReused();
            case GrantPlan.Result.OutOfRange() -> throw Holding.daysOutOfRange();
            case GrantPlan.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
