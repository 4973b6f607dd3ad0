package io.cybervpn.presentation.renewal.rest;

import io.cybervpn.application.renewal.ListDunningPolicies;
import io.cybervpn.application.renewal.SetDunningPolicy;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dunning as data (R96): {@code renewals:read} to see it, {@code renewals:write} to change it. */
@Path("/api/v1/admin/dunning-policies")
@Authenticated
@Tag(name = "admin-renewals")
public final class DunningPolicyResource {
    private final ListDunningPolicies listDunningPolicies;
    private final SetDunningPolicy setDunningPolicy;
    private final CurrentActor actor;

    @Inject
    DunningPolicyResource(
            ListDunningPolicies listDunningPolicies,
            SetDunningPolicy setDunningPolicy,
            CurrentActor actor) {
        this.listDunningPolicies = listDunningPolicies;
        this.setDunningPolicy = setDunningPolicy;
        this.actor = actor;
    }

    /** That for everybody first, then exceptions. */
    @GET
    @Operation(operationId = "adminListDunningPolicies", summary = "Lists the dunning policies")
    public Uni<DunningPolicyJson.ListJson> list() {
        return listDunningPolicies
                .execute(new ListDunningPolicies.Query(actor.actor()))
                .map(DunningPolicyResource::answer);
    }

    /** That for everybody. */
    @PUT
    @Path("/default")
    @ReasonRequired
    @Operation(
            operationId = "adminSetDefaultDunningPolicy",
            summary = "Changes the dunning policy for everybody")
    public Uni<DunningPolicyJson> setDefault(@NotNull @Valid DunningPolicyRequestJson body) {
        return set(new Scope.Everybody(), body);
    }

    /** An exception for a plan. */
    @PUT
    @Path("/plans/{id}")
    @ReasonRequired
    @Operation(
            operationId = "adminSetPlanDunningPolicy",
            summary = "Makes or changes the dunning policy of a plan")
    public Uni<DunningPolicyJson> setOfPlan(
            @PathParam("id") UUID id, @NotNull @Valid DunningPolicyRequestJson body) {
        return set(new Scope.OfPlan(new PlanId(id)), body);
    }

    /** An exception for a customer, which goes before that of his plan. */
    @PUT
    @Path("/users/{id}")
    @ReasonRequired
    @Operation(
            operationId = "adminSetUserDunningPolicy",
            summary = "Makes or changes the dunning policy of a customer")
    public Uni<DunningPolicyJson> setOfUser(
            @PathParam("id") UUID id, @NotNull @Valid DunningPolicyRequestJson body) {
        return set(new Scope.OfCustomer(new AccountId(id)), body);
    }

    /** What holds for others holds for the plan again. */
    @DELETE
    @Path("/plans/{id}")
    @ReasonRequired
    @Operation(
            operationId = "adminRemovePlanDunningPolicy",
            summary = "Removes the dunning policy of a plan")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> removeOfPlan(
            @PathParam("id") UUID id, @QueryParam("version") @Min(0) long version) {
        return remove(new Scope.OfPlan(new PlanId(id)), version);
    }

    /** What holds for his plan holds for the customer again. */
    @DELETE
    @Path("/users/{id}")
    @ReasonRequired
    @Operation(
            operationId = "adminRemoveUserDunningPolicy",
            summary = "Removes the dunning policy of a customer")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> removeOfUser(
            @PathParam("id") UUID id, @QueryParam("version") @Min(0) long version) {
        return remove(new Scope.OfCustomer(new AccountId(id)), version);
    }

    private Uni<DunningPolicyJson> set(Scope scope, DunningPolicyRequestJson body) {
        if (!actor.actor().may(Permission.RENEWALS_WRITE)) {
            throw Problem.forbidden().asException();
        }
        Optional.ofNullable(body.days().graceService())
                .flatMap(DunningPolicyJson.ServiceJson::flaw)
                .ifPresent(
                        pointer -> {
                            throw Problem.invalid(
                                            pointer, "invalid", "Such a service is never given.")
                                    .asException();
                        });
        return setDunningPolicy
                .execute(
                        new SetDunningPolicy.Command(
                                actor.actor(),
                                scope,
                                body.version(),
                                Optional.of(body.days().toDays())))
                .map(DunningPolicyResource::answer)
                .map(Optional::orElseThrow);
    }

    private Uni<Void> remove(Scope scope, long version) {
        return setDunningPolicy
                .execute(
                        new SetDunningPolicy.Command(
                                actor.actor(), scope, version, Optional.empty()))
                .map(DunningPolicyResource::answer)
                .replaceWithVoid();
    }

    private static DunningPolicyJson.ListJson answer(ListDunningPolicies.Result result) {
        return switch (result) {
            case ListDunningPolicies.Result.Listed(var policies) ->
                    new DunningPolicyJson.ListJson(
                            policies.stream().map(DunningPolicyJson::of).toList());
            case ListDunningPolicies.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static Optional<DunningPolicyJson> answer(SetDunningPolicy.Result result) {
        return switch (result) {
            case SetDunningPolicy.Result.Set(var policy) ->
                    Optional.of(DunningPolicyJson.of(policy));
            case SetDunningPolicy.Result.Removed() -> Optional.empty();
            case SetDunningPolicy.Result.Stale(var current) ->
                    throw Problem.of(412, "version_stale", "Somebody edited it; look again.")
                            .withParams(Map.of("currentVersion", String.valueOf(current)))
                            .asException();
            case SetDunningPolicy.Result.OutOfOrder() ->
                    throw Problem.invalid(
                                    "/days/terminateDays",
                                    "too_small",
                                    "Nothing is taken away while it is still served.")
                            .asException();
            case SetDunningPolicy.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
