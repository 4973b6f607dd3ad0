package io.cybervpn.presentation.identity.rest.account;

import io.cybervpn.application.identity.ConfirmMerge;
import io.cybervpn.application.identity.PreviewMerge;
import io.cybervpn.presentation.identity.rest.account.MergeJson.MergeConfirmationJson;
import io.cybervpn.presentation.identity.rest.account.MergeJson.MergePreviewJson;
import io.cybervpn.presentation.identity.rest.account.MergeJson.MergedJson;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Two accounts of one person become one (R45). */
@Path("/api/v1/account/merge")
@Tag(name = "account")
@Authenticated
public final class MergeResource {
    private final PreviewMerge previewMerge;
    private final ConfirmMerge confirmMerge;
    private final CurrentActor actor;

    @Inject
    MergeResource(PreviewMerge previewMerge, ConfirmMerge confirmMerge, CurrentActor actor) {
        this.previewMerge = previewMerge;
        this.confirmMerge = confirmMerge;
        this.actor = actor;
    }

    /** What would become of this account and another of one's own. Nothing changes. */
    @POST
    @Operation(
            operationId = "previewAccountMerge",
            summary = "Shows what a merge of two of one's accounts would do")
    public Uni<MergePreviewJson> preview(
            @NotNull MergeJson body, @Context HttpServerRequest request) {
        if (!body.knowsItsChoice()) {
            throw Problem.invalid("/keep", "invalid", "Say this or other.").asException();
        }
        PreviewMerge.Visit visit =
                new PreviewMerge.Visit(actor.actor(), actor.session(), ClientAddress.of(request));
        return previewMerge.execute(body.toCommand(visit)).map(MergeResource::answer);
    }

    /** For good. The same answer when it is said again. */
    @POST
    @Path("/confirm")
    @Operation(
            operationId = "confirmAccountMerge",
            summary = "Makes two of one's accounts one, as previewed")
    public Uni<MergedJson> confirm(@NotNull MergeConfirmationJson body) {
        String token = Optional.ofNullable(body.token()).orElse("");
        return confirmMerge
                .execute(new ConfirmMerge.Command(actor.actor(), token))
                .map(MergeResource::answer);
    }

    private static MergePreviewJson answer(PreviewMerge.Result result) {
        return switch (result) {
            case PreviewMerge.Result.Preview preview -> MergePreviewJson.of(preview);
            case PreviewMerge.Result.OwnNotProven(var lack) -> throw AccountProblems.lacking(lack);
            case PreviewMerge.Result.OtherNotProven(var lack) ->
                    throw AccountProblems.lackingOfOther(lack);
            case PreviewMerge.Result.Unfit() -> throw unfit();
            case PreviewMerge.Result.TooMany(var retryAfter) ->
                    throw AccountProblems.tooMany(retryAfter);
            case PreviewMerge.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static MergedJson answer(ConfirmMerge.Result result) {
        return switch (result) {
            case ConfirmMerge.Result.Merged(var survivor) -> new MergedJson(survivor.value());
            case ConfirmMerge.Result.WrongToken() ->
                    throw Problem.of(
                                    410,
                                    "merge_token_gone",
                                    "This token is worth nothing any more: ask for a new preview.")
                            .asException();
            case ConfirmMerge.Result.Unfit() -> throw unfit();
            case ConfirmMerge.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static ProblemException unfit() {
        return Problem.of(
                        422,
                        "merge_not_possible",
                        "Both must be active accounts of customers, and not the same.")
                .asException();
    }
}
