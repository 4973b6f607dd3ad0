package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.GatewayHealthView;
import io.cybervpn.application.payment.GatewayView;
import io.cybervpn.application.payment.SetGateway;
import io.cybervpn.application.payment.SetGatewaySecret;
import io.cybervpn.application.payment.ViewGatewayHealth;
import io.cybervpn.application.payment.ViewGateways;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.GatewayState;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Payment providers while the shop runs (R79): {@code gateways:read} to see them, {@code
 * gateways:write}, a reason and a fresh second factor to change them. What is set counts here at
 * once and in other instances within two seconds.
 */
@Path("/api/v1/admin/payment-gateways")
@Tag(name = "admin-payments")
@Authenticated
public final class GatewayResource {
    private final ViewGateways viewGateways;
    private final SetGateway setGateway;
    private final SetGatewaySecret setGatewaySecret;
    private final ViewGatewayHealth viewHealth;
    private final CurrentActor actor;

    @Inject
    GatewayResource(
            ViewGateways viewGateways,
            SetGateway setGateway,
            SetGatewaySecret setGatewaySecret,
            ViewGatewayHealth viewHealth,
            CurrentActor actor) {
        this.viewGateways = viewGateways;
        this.setGateway = setGateway;
        this.setGatewaySecret = setGatewaySecret;
        this.viewHealth = viewHealth;
        this.actor = actor;
    }

    /** By name. */
    @GET
    @Operation(operationId = "adminListGateways", summary = "Lists payment providers")
    public Uni<GatewayJson.ListJson> list() {
        return gateways().map(GatewayJson.ListJson::new);
    }

    /** How each of them does; the figures of one are at its own address. */
    @GET
    @Path("/health")
    @Operation(operationId = "adminListGatewayHealth", summary = "Shows how payment providers do")
    public Uni<GatewayHealthJson.ListJson> health() {
        return healths().map(GatewayHealthJson.ListJson::of);
    }

    /** How one does: payments and pushes of the shop, calls of the instance that answers. */
    @GET
    @Path("/{provider}/health")
    @Operation(
            operationId = "adminGetGatewayHealth",
            summary = "Shows how a payment provider does",
            description = "Payments and pushes are the shop's, calls are this instance's.")
    public Uni<GatewayHealthJson> health(@PathParam("provider") String provider) {
        return healths()
                .map(
                        all ->
                                all.stream()
                                        .filter(one -> one.provider().equals(provider))
                                        .findFirst()
                                        .map(GatewayHealthJson::of)
                                        .orElseThrow(
                                                () ->
                                                        Problem.notFound("payment provider")
                                                                .asException()));
    }

    private Uni<List<GatewayHealthView>> healths() {
        return viewHealth
                .execute(actor.actor())
                .map(
                        result ->
                                switch (result) {
                                    case ViewGatewayHealth.Result.Shown(var all) -> all;
                                    case ViewGatewayHealth.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    /** One of them. */
    @GET
    @Path("/{provider}")
    @Operation(operationId = "adminGetGateway", summary = "Shows a payment provider")
    public Uni<GatewayJson> get(@PathParam("provider") String provider) {
        return gateways().map(all -> one(all, provider));
    }

    /** All but its secrets; 412 when the version that was seen is stale. */
    @PUT
    @Path("/{provider}")
    @ReasonRequired
    @Operation(operationId = "adminSetGateway", summary = "Sets a payment provider")
    public Uni<GatewayJson> set(
            @PathParam("provider") String provider, @NotNull @Valid GatewayRequestJson body) {
        requireWrite();
        return setGateway
                .execute(
                        new SetGateway.Command(
                                actor.actor(),
                                provider,
                                body.wish(),
                                body.fields(),
                                body.version()))
                .invoke(GatewayResource::refuse)
                .chain(() -> get(provider));
    }

    /** Seals it; nobody reads it back. */
    @PUT
    @Path("/{provider}/secrets/{field}")
    @ReasonRequired
    @Operation(
            operationId = "adminSetGatewaySecret",
            summary = "Sets a secret of a provider",
            description =
                    "Pushes are still believed by the one before for graceHours. Needs a fresh"
                            + " second factor and X-Reason.")
    @APIResponse(responseCode = "204", description = "It holds")
    public Uni<Void> setSecret(
            @PathParam("provider") String provider,
            @PathParam("field") String field,
            @NotNull @Valid GatewaySecretJson body) {
        requireWrite();
        return secret(provider, field, Optional.of(body.value()), body.grace());
    }

    /** The configured one, if there is one, holds again. */
    @DELETE
    @Path("/{provider}/secrets/{field}")
    @ReasonRequired
    @Operation(
            operationId = "adminRemoveGatewaySecret",
            summary = "Takes a secret of a provider away")
    @APIResponse(responseCode = "204", description = "It holds no more")
    public Uni<Void> removeSecret(
            @PathParam("provider") String provider, @PathParam("field") String field) {
        return secret(provider, field, Optional.empty(), Duration.ZERO);
    }

    private Uni<Void> secret(
            String provider, String field, Optional<String> value, Duration grace) {
        return setGatewaySecret
                .execute(new SetGatewaySecret.Command(actor.actor(), provider, field, value, grace))
                .invoke(GatewayResource::refuse)
                .replaceWithVoid();
    }

    private Uni<List<GatewayJson>> gateways() {
        return views().chain(all -> healths().map(healths -> jsons(all, healths)));
    }

    private static List<GatewayJson> jsons(
            List<GatewayView> views, List<GatewayHealthView> healths) {
        Map<String, GatewayState> states =
                healths.stream()
                        .collect(
                                Collectors.toMap(
                                        GatewayHealthView::provider, GatewayHealthView::state));
        return views.stream()
                .map(
                        view ->
                                GatewayJson.of(
                                        view,
                                        states.getOrDefault(view.provider(), GatewayState.UNUSED)))
                .toList();
    }

    private Uni<List<GatewayView>> views() {
        return viewGateways
                .execute(actor.actor())
                .map(
                        result ->
                                switch (result) {
                                    case ViewGateways.Result.Shown(var all) -> all;
                                    case ViewGateways.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    private static GatewayJson one(List<GatewayJson> all, String provider) {
        return all.stream()
                .filter(one -> one.provider().equals(provider))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("payment provider").asException());
    }

    /** Told before what is wrong with the body. */
    private void requireWrite() {
        if (!actor.actor().may(Permission.GATEWAYS_WRITE)) {
            throw Problem.forbidden().asException();
        }
    }

    private static void refuse(SetGateway.Result result) {
        switch (result) {
            case SetGateway.Result.Done() -> {}
            case SetGateway.Result.BadFields(var names) ->
                    throw Problem.invalid(names.stream().map(GatewayResource::badField).toList())
                            .asException();
            case SetGateway.Result.Stale(var current) ->
                    throw Problem.of(412, "version_stale", "Somebody edited it; look again.")
                            .withParams(Map.of("currentVersion", String.valueOf(current)))
                            .asException();
            case SetGateway.Result.NoSuchProvider() ->
                    throw Problem.notFound("payment provider").asException();
            case SetGateway.Result.Forbidden() -> throw Problem.forbidden().asException();
            case SetGateway.Result.StepUpRequired() -> throw Problem.stepUpRequired().asException();
        }
    }

    private static Problem.FieldError badField(String name) {
        return new Problem.FieldError(
                "/fields/" + name,
                "invalid",
                "There is no such field that is no secret, or it does not look like this.");
    }

    private static void refuse(SetGatewaySecret.Result result) {
        switch (result) {
            case SetGatewaySecret.Result.Done() -> {}
            case SetGatewaySecret.Result.BadValue() ->
                    throw Problem.invalid(
                                    "/value", "invalid", "Such a secret does not look like this.")
                            .asException();
            case SetGatewaySecret.Result.NoSuchField() ->
                    throw Problem.notFound("secret").asException();
            case SetGatewaySecret.Result.Forbidden() -> throw Problem.forbidden().asException();
            case SetGatewaySecret.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        }
    }
}
