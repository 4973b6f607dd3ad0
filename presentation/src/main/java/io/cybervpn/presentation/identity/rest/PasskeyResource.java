package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AddPasskey;
import io.cybervpn.application.identity.ChangePasskey;
import io.cybervpn.application.identity.ChangePasskey.Change;
import io.cybervpn.application.identity.ListPasskeys;
import io.cybervpn.application.identity.OfferPasskey;
import io.cybervpn.domain.identity.PasskeyId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;

/** One's own passkeys (R234), of customers and staff. */
@Path("/api/v1/passkeys")
@Tag(name = "passkeys")
@Authenticated
public final class PasskeyResource {
    private final OfferPasskey offerPasskey;
    private final AddPasskey addPasskey;
    private final ListPasskeys listPasskeys;
    private final ChangePasskey changePasskey;
    private final CurrentActor actor;

    @Inject
    PasskeyResource(
            OfferPasskey offerPasskey,
            AddPasskey addPasskey,
            ListPasskeys listPasskeys,
            ChangePasskey changePasskey,
            CurrentActor actor) {
        this.offerPasskey = offerPasskey;
        this.addPasskey = addPasskey;
        this.listPasskeys = listPasskeys;
        this.changePasskey = changePasskey;
        this.actor = actor;
    }

    /** All of one's own. */
    @GET
    @Operation(operationId = "listPasskeys", summary = "Lists one's passkeys")
    public Uni<PasskeysJson> list() {
        return listPasskeys
                .execute(actor.account())
                .map(own -> new PasskeysJson(own.stream().map(PasskeyJson::of).toList()));
    }

    /**
     * What to ask an authenticator for. 403 {@code step_up_required} without a second factor shown
     * of late, or without a login of late for who has none.
     */
    @POST
    @Path("/options")
    @Operation(operationId = "offerPasskey", summary = "Begins to add a passkey")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<PasskeyOptionsJson> options() {
        return offerPasskey
                .execute(new OfferPasskey.Command(actor.account(), session(), actor.provenAt()))
                .map(PasskeyResource::answer);
    }

    /** Adds what the authenticator made; its owner gets a mail. */
    @POST
    @Operation(operationId = "addPasskey", summary = "Adds a passkey")
    @APIResponse(responseCode = "201", description = "Added")
    @ResponseStatus(201)
    public Uni<PasskeyJson> add(@NotNull @Valid NewPasskeyJson body) {
        return addPasskey
                .execute(
                        new AddPasskey.Command(
                                actor.actor(),
                                actor.account(),
                                body.name(),
                                body.credential().toAttestation()))
                .map(PasskeyResource::answer);
    }

    /** Another name. */
    @PATCH
    @Path("/{id}")
    @Operation(operationId = "renamePasskey", summary = "Renames a passkey")
    public Uni<PasskeyJson> rename(@PathParam("id") UUID id, @NotNull @Valid PasskeyNameJson body) {
        return change(id, new Change.Rename(body.name())).map(PasskeyResource::renamed);
    }

    /** It opens nothing any more; its owner gets a mail. Wants the same proof as adding one. */
    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removePasskey", summary = "Removes a passkey")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return change(id, new Change.Remove())
                .invoke(PasskeyResource::refuseUnlessDone)
                .replaceWithVoid();
    }

    private Uni<ChangePasskey.Result> change(UUID id, Change change) {
        return changePasskey.execute(
                new ChangePasskey.Command(
                        new ChangePasskey.Asker(
                                actor.actor(), actor.account(), session(), actor.provenAt()),
                        new PasskeyId(id),
                        change));
    }

    private SessionId session() {
        return actor.session().orElseThrow(() -> Problem.forbidden().asException());
    }

    private static PasskeyOptionsJson answer(OfferPasskey.Result result) {
        return switch (result) {
            case OfferPasskey.Result.Offered offered -> PasskeyOptionsJson.of(offered);
            case OfferPasskey.Result.ProofNeeded() -> throw Problem.stepUpRequired().asException();
            case OfferPasskey.Result.TooManyPasskeys() -> throw PasskeyProblems.tooMany();
            case OfferPasskey.Result.NoAccount() -> throw PasskeyProblems.noAccount();
        };
    }

    private static PasskeyJson answer(AddPasskey.Result result) {
        return switch (result) {
            case AddPasskey.Result.Added(var passkey) -> PasskeyJson.of(passkey);
            case AddPasskey.Result.BadName() -> throw PasskeyProblems.badName();
            case AddPasskey.Result.Refused() -> throw PasskeyProblems.refused();
            case AddPasskey.Result.Known() -> throw PasskeyProblems.known();
            case AddPasskey.Result.TooManyPasskeys() -> throw PasskeyProblems.tooMany();
        };
    }

    private static PasskeyJson renamed(ChangePasskey.Result result) {
        refuseUnlessDone(result);
        return result instanceof ChangePasskey.Result.Renamed(var passkey)
                ? PasskeyJson.of(passkey)
                : missing();
    }

    private static PasskeyJson missing() {
        throw Problem.notFound("passkey").asException();
    }

    private static void refuseUnlessDone(ChangePasskey.Result result) {
        switch (result) {
            case ChangePasskey.Result.Renamed _, ChangePasskey.Result.Removed _ -> {}
            case ChangePasskey.Result.NoSuchPasskey() ->
                    throw Problem.notFound("passkey").asException();
            case ChangePasskey.Result.BadName() -> throw PasskeyProblems.badName();
            case ChangePasskey.Result.ProofNeeded() -> throw Problem.stepUpRequired().asException();
        }
    }
}
