package io.cybervpn.presentation.identity.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.identity.ViewMe;
import io.cybervpn.application.identity.profile.EditProfile;
import io.cybervpn.domain.identity.ProfileChange;
import io.cybervpn.presentation.identity.rest.MeJson.ProfileJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.EntityTags;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One's own account. */
@Path("/api/v1/me")
@Tag(name = "me")
@Authenticated
public final class MeResource {
    private final ViewMe viewMe;
    private final EditProfile editProfile;
    private final CurrentActor actor;

    @Inject
    MeResource(ViewMe viewMe, EditProfile editProfile, CurrentActor actor) {
        this.viewMe = viewMe;
        this.editProfile = editProfile;
        this.actor = actor;
    }

    /** Who I am and what I may do, as of now and not as of the token. */
    @GET
    @Operation(operationId = "getMe", summary = "Shows one's own account and permissions")
    public Uni<RestResponse<MeJson>> get() {
        return viewMe.execute(actor.actor()).map(MeResource::answer);
    }

    /** R42, R56. An edit as JSON merge patch with the version that was seen. */
    @PATCH
    @Operation(operationId = "editMe", summary = "Edits one's own profile and consents")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProfilePatchJson.class)))
    public Uni<RestResponse<ProfileJson>> edit(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("X-Client") @Nullable String client,
            @Nullable ObjectNode body) {
        ProfilePatch patch = ProfilePatch.of(body, ifMatch, Set.of());
        ProfileChange change = patch.change(ProfileChange::flaws);
        return editProfile
                .execute(
                        new EditProfile.Command(
                                actor.actor(), patch.requiredVersion(), change, source(client)))
                .map(MeResource::answer);
    }

    private static String source(@Nullable String client) {
        return "mobile".equals(client) ? "mobile" : "web";
    }

    private static RestResponse<MeJson> answer(ViewMe.Result result) {
        return switch (result) {
            case ViewMe.Result.Me me -> tagged(MeJson.of(me), me.profile().version());
            case ViewMe.Result.NoAccount() -> throw gone();
        };
    }

    private static RestResponse<ProfileJson> answer(EditProfile.Result result) {
        return switch (result) {
            case EditProfile.Result.Edited(var account, var profile) ->
                    tagged(ProfileJson.of(account, profile), profile.version());
            case EditProfile.Result.Invalid(var flaws) -> throw ProfilePatch.invalid(flaws);
            case EditProfile.Result.Stale _ -> throw ProfilePatch.stale();
            case EditProfile.Result.NoAccount() -> throw gone();
        };
    }

    private static <T> RestResponse<T> tagged(T body, long version) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, EntityTags.of(version))
                .build();
    }

    private static ProblemException gone() {
        return Problem.of(401, "unauthorized", "This account is gone.").asException();
    }
}
