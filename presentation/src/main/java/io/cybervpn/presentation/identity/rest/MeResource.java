package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.ViewMe;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own account. */
@Path("/api/v1/me")
@Tag(name = "me")
@Authenticated
public final class MeResource {
    private final ViewMe viewMe;
    private final CurrentActor actor;

    @Inject
    MeResource(ViewMe viewMe, CurrentActor actor) {
        this.viewMe = viewMe;
        this.actor = actor;
    }

    /** Who I am and what I may do, as of now and not as of the token. */
    @GET
    @Operation(operationId = "getMe", summary = "Shows one's own account and permissions")
    public Uni<MeJson> get() {
        return viewMe.execute(actor.actor()).map(MeResource::answer);
    }

    private static MeJson answer(ViewMe.Result result) {
        return switch (result) {
            case ViewMe.Result.Me me -> MeJson.of(me);
            case ViewMe.Result.NoAccount() ->
                    throw Problem.of(401, "unauthorized", "This account is gone.").asException();
        };
    }
}
