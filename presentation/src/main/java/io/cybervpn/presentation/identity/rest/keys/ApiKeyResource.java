package io.cybervpn.presentation.identity.rest.keys;

import io.cybervpn.application.identity.keys.ChangeApiKey;
import io.cybervpn.application.identity.keys.MakeApiKey;
import io.cybervpn.application.identity.keys.ViewApiKeys;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.presentation.identity.rest.keys.ApiKeyInputJson.ApiKeyEditJson;
import io.cybervpn.presentation.identity.rest.keys.ApiKeyInputJson.ApiKeyRotationJson;
import io.cybervpn.presentation.identity.rest.keys.ApiKeyJson.ApiKeyListJson;
import io.cybervpn.presentation.identity.rest.keys.ApiKeyJson.ApiKeySecretJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** API keys: {@code api_keys:read} to see them, {@code api_keys:write} to change them. */
@Path("/api/v1/admin/api-keys")
@Tag(name = "admin-access")
@Authenticated
public final class ApiKeyResource {
    private final ViewApiKeys viewApiKeys;
    private final MakeApiKey makeApiKey;
    private final ChangeApiKey changeApiKey;
    private final CurrentActor actor;

    @Inject
    ApiKeyResource(
            ViewApiKeys viewApiKeys,
            MakeApiKey makeApiKey,
            ChangeApiKey changeApiKey,
            CurrentActor actor) {
        this.viewApiKeys = viewApiKeys;
        this.makeApiKey = makeApiKey;
        this.changeApiKey = changeApiKey;
        this.actor = actor;
    }

    /** Those that were not revoked first, then the newest; at most 500. */
    @GET
    @Operation(operationId = "adminListApiKeys", summary = "Lists API keys")
    public Uni<ApiKeyListJson> list() {
        return view(Optional.empty()).map(ApiKeyResource::all);
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "adminGetApiKey", summary = "Shows an API key")
    public Uni<ApiKeyJson> get(@PathParam("id") UUID id) {
        return view(Optional.of(new ApiKeyId(id))).map(ApiKeyResource::one);
    }

    /** The answer has the only copy of its secret; nobody gives scopes that he does not hold. */
    @POST
    @Operation(operationId = "adminCreateApiKey", summary = "Makes an API key")
    @APIResponse(responseCode = "201", description = "Created")
    @ResponseStatus(201)
    public Uni<ApiKeySecretJson> create(@NotNull ApiKeyInputJson body) {
        ApiKeyInputJson.Sound sound = body.checked();
        return make(
                new MakeApiKey.Command.Make(
                        actor.actor(),
                        sound.name(),
                        sound.scopes(),
                        sound.networks(),
                        sound.expiresAt()));
    }

    /** What is missing stays as it is; 412 when the version that was seen is stale. */
    @PATCH
    @Path("/{id}")
    @Operation(operationId = "adminEditApiKey", summary = "Edits an API key")
    public Uni<ApiKeyJson> edit(@PathParam("id") UUID id, @NotNull ApiKeyEditJson body) {
        return change(
                new ChangeApiKey.Command.Edit(
                        actor.actor(), new ApiKeyId(id), body.checked(), body.seenVersion()));
    }

    /** For good: it opens nothing within 2 s, anywhere. */
    @DELETE
    @Path("/{id}")
    @Operation(operationId = "adminRevokeApiKey", summary = "Revokes an API key")
    public Uni<ApiKeyJson> revoke(@PathParam("id") UUID id) {
        return change(new ChangeApiKey.Command.Revoke(actor.actor(), new ApiKeyId(id)));
    }

    /** A new secret; the old one is good for a while yet, if that is wanted. */
    @POST
    @Path("/{id}/rotate")
    @Operation(operationId = "adminRotateApiKey", summary = "Gives an API key a new secret")
    public Uni<ApiKeySecretJson> rotate(
            @PathParam("id") UUID id, @Nullable ApiKeyRotationJson body) {
        return make(
                new MakeApiKey.Command.Rotate(
                        actor.actor(), new ApiKeyId(id), ApiKeyRotationJson.overlapOf(body)));
    }

    private Uni<ViewApiKeys.Result> view(Optional<ApiKeyId> id) {
        return viewApiKeys.execute(new ViewApiKeys.Command(actor.actor(), id));
    }

    private Uni<ApiKeySecretJson> make(MakeApiKey.Command command) {
        return makeApiKey.execute(command).map(ApiKeyResource::answer);
    }

    private Uni<ApiKeyJson> change(ChangeApiKey.Command command) {
        return changeApiKey.execute(command).map(ApiKeyResource::answer);
    }

    private static ApiKeyListJson all(ViewApiKeys.Result result) {
        return switch (result) {
            case ViewApiKeys.Result.Shown(var keys) -> ApiKeyListJson.of(keys);
            case ViewApiKeys.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static ApiKeyJson one(ViewApiKeys.Result result) {
        return all(result).items().stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("API key").asException());
    }

    private static ApiKeySecretJson answer(MakeApiKey.Result result) {
        return switch (result) {
            case MakeApiKey.Result.Made(var key, var token) -> ApiKeySecretJson.of(key, token);
            case MakeApiKey.Result.Refused(var why) -> throw KeyProblems.of(why);
        };
    }

    private static ApiKeyJson answer(ChangeApiKey.Result result) {
        return switch (result) {
            case ChangeApiKey.Result.Done(var key) -> ApiKeyJson.of(key);
            case ChangeApiKey.Result.Refused(var why) -> throw KeyProblems.of(why);
        };
    }
}
