package io.cybervpn.presentation.identity.rest.account;

import io.cybervpn.application.identity.DeleteAccount;
import io.cybervpn.application.identity.PreviewDeletion;
import io.cybervpn.presentation.identity.rest.account.DeletionJson.DeletionPreviewJson;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Leaving for good (R56). */
@Path("/api/v1/account/delete")
@Tag(name = "account")
@Authenticated
public final class DeletionResource {
    private final PreviewDeletion previewDeletion;
    private final DeleteAccount deleteAccount;
    private final CurrentActor actor;

    @Inject
    DeletionResource(
            PreviewDeletion previewDeletion, DeleteAccount deleteAccount, CurrentActor actor) {
        this.previewDeletion = previewDeletion;
        this.deleteAccount = deleteAccount;
        this.actor = actor;
    }

    /** What is lost with the account, and what has to be typed to lose it. */
    @GET
    @Operation(
            operationId = "previewAccountDeletion",
            summary = "Shows what is lost with one's account")
    public Uni<DeletionPreviewJson> preview() {
        return previewDeletion.execute(actor.actor()).map(DeletionResource::answer);
    }

    /**
     * At once and for good; 422 {@code phrase_wrong} with what is expected. Money history stays in
     * the books, without a name.
     */
    @POST
    @Operation(operationId = "deleteAccount", summary = "Forgets one's account for good")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Uni<Void> delete(@NotNull DeletionJson body, @Context HttpServerRequest request) {
        return deleteAccount
                .execute(
                        new DeleteAccount.Command(
                                actor.actor(),
                                actor.session(),
                                Optional.ofNullable(body.phrase()).orElse(""),
                                AccountProofJson.toShown(body.proof()),
                                ClientAddress.of(request)))
                .invoke(DeletionResource::check)
                .replaceWithVoid();
    }

    private static DeletionPreviewJson answer(PreviewDeletion.Result result) {
        return switch (result) {
            case PreviewDeletion.Result.Preview preview -> DeletionPreviewJson.of(preview);
            case PreviewDeletion.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static void check(DeleteAccount.Result result) {
        switch (result) {
            case DeleteAccount.Result.Deleted() -> {}
            case DeleteAccount.Result.WrongPhrase(var expected) ->
                    throw AccountProblems.wrongPhrase(expected);
            case DeleteAccount.Result.NotProven(var lack) -> throw AccountProblems.lacking(lack);
            case DeleteAccount.Result.TooMany(var retryAfter) ->
                    throw AccountProblems.tooMany(retryAfter);
            case DeleteAccount.Result.Forbidden() -> throw Problem.forbidden().asException();
        }
    }
}
