package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.PlanChangeWish;
import io.cybervpn.application.subscription.ChangePlan;
import io.cybervpn.application.subscription.PreviewPlanChange;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Another plan for an own subscription, up or down. */
@Path("/api/v1/subscriptions/{id}/change-plan")
@Authenticated
@Tag(name = "subscriptions")
public final class PlanChangeResource {
    private final PreviewPlanChange previewPlanChange;
    private final ChangePlan changePlan;
    private final Checkouts checkouts;
    private final IdempotentCall idempotentCall;
    private final CurrentActor actor;

    @Inject
    PlanChangeResource(
            PreviewPlanChange previewPlanChange,
            ChangePlan changePlan,
            Checkouts checkouts,
            IdempotentCall idempotentCall,
            CurrentActor actor) {
        this.previewPlanChange = previewPlanChange;
        this.changePlan = changePlan;
        this.checkouts = checkouts;
        this.idempotentCall = idempotentCall;
        this.actor = actor;
    }

    /** The preview that the customer acts on. */
    private record Seen(PlanChangeMode mode, Instant asOf, String fingerprint) {
        static Seen of(PlanChangeRequestJson body) {
            if (body.mode() == null || body.asOf() == null || body.fingerprint() == null) {
                throw incomplete("Preview the change first; name its mode, asOf and fingerprint.");
            }
            return new Seen(
                    PlanChangeMode.find(body.mode()).orElseThrow(),
                    body.asOf(),
                    body.fingerprint());
        }
    }

    /** Shows what it comes to, or does it: at once when it is free, else by an order. */
    @POST
    @Operation(
            operationId = "changePlan",
            summary = "Takes an own subscription to another plan, keeping its value",
            description =
                    "With preview=true it only says what each way comes to. Without, the body names"
                            + " the preview's mode, asOf and fingerprint, and Idempotency-Key is"
                            + " required. convert changes at once; keep_end and add_term make an order"
                            + " and change when it is paid. Codes: subscription_not_found,"
                            + " subscription_expired, trial_cannot_switch, same_plan,"
                            + " currency_not_offered, too_many_changes, plan_not_on_sale,"
                            + " mode_not_offered, preview_outdated, plan_change_incomplete, and those"
                            + " of placeOrder.")
    @APIResponseSchema(value = PlanChangeJson.class, responseCode = "200")
    public Uni<RestResponse<PlanChangeJson>> change(
            @PathParam("id") UUID id,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid PlanChangeRequestJson body) {
        if (preview) {
            return preview(wish(id, body));
        }
        Seen seen = Seen.of(body);
        Checkouts.Door door =
                new Checkouts.Door(actor, "POST /subscriptions/" + id + "/change-plan", key, body);
        return seen.mode().isPaid()
                ? order(id, door, seen, body)
                : convert(door, seen, wish(id, body));
    }

    private static io.cybervpn.application.subscription.PlanChangeWish wish(
            UUID id, PlanChangeRequestJson body) {
        return new io.cybervpn.application.subscription.PlanChangeWish(
                new SubscriptionId(id),
                new PlanId(body.planId()),
                body.termDays(),
                Currencies.parse(body.currency()));
    }

    private Uni<RestResponse<PlanChangeJson>> preview(
            io.cybervpn.application.subscription.PlanChangeWish wish) {
        return previewPlanChange
                .execute(new PreviewPlanChange.Query(actor.actor(), wish))
                .map(PlanChangeResource::shown);
    }

    private static RestResponse<PlanChangeJson> shown(PreviewPlanChange.Result result) {
        return switch (result) {
            case PreviewPlanChange.Result.Shown(var preview) ->
                    RestResponse.ok(
                            new PlanChangeJson(PlanChangePreviewJson.of(preview), null, null));
            case PreviewPlanChange.Result.Refused(var reason) -> throw Refusals.problem(reason);
        };
    }

    private Uni<RestResponse<PlanChangeJson>> convert(
            Checkouts.Door door,
            Seen seen,
            io.cybervpn.application.subscription.PlanChangeWish wish) {
        IdempotentCall.Keyed keyed = door.keyed();
        ChangePlan.Command command =
                new ChangePlan.Command(
                        actor.actor(),
                        wish,
                        seen.asOf(),
                        seen.fingerprint(),
                        "key " + keyed.requiredKey());
        return idempotentCall.run(
                keyed,
                PlanChangeJson.class,
                () -> changePlan.execute(command).map(PlanChangeResource::changed));
    }

    private static RestResponse<PlanChangeJson> changed(ChangePlan.Result result) {
        return switch (result) {
            case ChangePlan.Result.Done(var expireAt) ->
                    RestResponse.ok(new PlanChangeJson(null, null, expireAt));
            case ChangePlan.Result.Refused(var reason) -> throw Refusals.problem(reason);
            case ChangePlan.Result.KeyReused _ ->
                    throw Problem.of(
                                    422,
                                    "idempotency_key_reused",
                                    "This key was used with another body.")
                            .asException();
        };
    }

    private Uni<RestResponse<PlanChangeJson>> order(
            UUID id, Checkouts.Door door, Seen seen, PlanChangeRequestJson body) {
        if (body.paymentMethod() == null) {
            throw incomplete("This way costs money; name a paymentMethod.");
        }
        return checkouts.order(
                door,
                new Checkouts.Wish(
                        body.planId(),
                        body.termDays(),
                        body.currency(),
                        Optional.empty(),
                        body.paymentMethod(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(
                                new PlanChangeWish(
                                        id, seen.mode(), seen.asOf(), seen.fingerprint())),
                        Optional.empty()),
                PlanChangeJson.class,
                ordered -> new PlanChangeJson(null, OrderJson.of(ordered.order()), null));
    }

    private static RuntimeException incomplete(String text) {
        return Problem.of(400, "plan_change_incomplete", text).asException();
    }
}
