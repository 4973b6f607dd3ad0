package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.LinkTelegram;
import io.cybervpn.application.identity.Linking;
import io.cybervpn.application.identity.UnlinkIdentity;
import io.cybervpn.application.identity.ViewIdentities;
import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who one is elsewhere, and so may come in here (R45). */
@Path("/api/v1/identities")
@Tag(name = "identities")
@Authenticated
public final class IdentityResource {
    private final ViewIdentities viewIdentities;
    private final LinkTelegram linkTelegram;
    private final UnlinkIdentity unlinkIdentity;
    private final CurrentActor actor;

    @Inject
    IdentityResource(
            ViewIdentities viewIdentities,
            LinkTelegram linkTelegram,
            UnlinkIdentity unlinkIdentity,
            CurrentActor actor) {
        this.viewIdentities = viewIdentities;
        this.linkTelegram = linkTelegram;
        this.unlinkIdentity = unlinkIdentity;
        this.actor = actor;
    }

    /** All of one's own. */
    @GET
    @Operation(operationId = "listIdentities", summary = "Lists one's linked identities")
    public Uni<IdentitiesJson> list() {
        return viewIdentities
                .execute(actor.account())
                .map(own -> new IdentitiesJson(own.stream().map(IdentityJson::of).toList()));
    }

    /** Links a user of Telegram; 409 {@code identity_taken} if he has another account. */
    @POST
    @Operation(operationId = "linkTelegram", summary = "Links a user of Telegram")
    public Uni<IdentityJson> link(
            @NotNull TelegramProofJson body, @Context HttpServerRequest request) {
        return linkTelegram
                .execute(
                        new LinkTelegram.Command(
                                actor.account(),
                                actor.session(),
                                body.toProof(),
                                ClientAddress.of(request)))
                .map(IdentityResource::answer);
    }

    /** Unlinks one; 409 {@code last_way_in} if nobody could come in without it. */
    @DELETE
    @Path("/{id}")
    @Operation(operationId = "unlinkIdentity", summary = "Unlinks an identity")
    @APIResponse(responseCode = "204", description = "Unlinked")
    public Uni<Void> unlink(@PathParam("id") UUID id) {
        return unlinkIdentity
                .execute(
                        new UnlinkIdentity.Command(
                                actor.account(), actor.session(), new IdentityId(id)))
                .invoke(IdentityResource::check)
                .replaceWithVoid();
    }

    private static IdentityJson answer(LinkTelegram.Result result) {
        return switch (result) {
            case LinkTelegram.Result.Known(var linking) -> answer(linking);
            case LinkTelegram.Result.Refused(var reason) -> throw TelegramProblems.refused(reason);
            case LinkTelegram.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }

    static IdentityJson answer(Linking linking) {
        return switch (linking) {
            case Linking.Linked(var identity) -> IdentityJson.of(identity);
            case Linking.Elsewhere() -> throw TelegramProblems.elsewhere();
            case Linking.Occupied() -> throw OAuthProblems.occupied();
            case Linking.StepUpNeeded() -> throw Problem.stepUpRequired().asException();
            case Linking.NoAccount() -> throw Problem.forbidden().asException();
        };
    }

    private static void check(UnlinkIdentity.Result result) {
        switch (result) {
            case UnlinkIdentity.Result.Unlinked() -> {}
            case UnlinkIdentity.Result.LastWayIn() -> throw TelegramProblems.lastWayIn();
            case UnlinkIdentity.Result.StepUpNeeded() ->
                    throw Problem.stepUpRequired().asException();
            case UnlinkIdentity.Result.NotLinked() ->
                    throw Problem.notFound("identity").asException();
        }
    }
}
