package io.cybervpn.presentation.proof.rest;

import io.cybervpn.application.proof.AskForProof;
import io.cybervpn.application.proof.ViewProofs;
import io.cybervpn.domain.proof.ProofId;
import io.cybervpn.presentation.proof.rest.ProofJson.ProofListJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * The proof that providers, payments, books, subscriptions and panel say the same (R94, R101): one
 * a night, and on demand. For staff with {@code ledger:read}.
 */
@Path("/api/v1/admin/proofs")
@Tag(name = "admin-proofs")
@Authenticated
public final class ProofResource {
    private static final int ACCEPTED = 202;

    private final AskForProof askForProof;
    private final ViewProofs viewProofs;
    private final CurrentActor actor;

    @Inject
    ProofResource(AskForProof askForProof, ViewProofs viewProofs, CurrentActor actor) {
        this.askForProof = askForProof;
        this.viewProofs = viewProofs;
        this.actor = actor;
    }

    /** Answers at once; the one that is under way if there is one. Look at it until it is done. */
    @POST
    @ResponseStatus(ACCEPTED)
    @Operation(operationId = "adminAskForProof", summary = "Has a proof made now")
    public Uni<ProofJson> ask() {
        return askForProof.execute(actor.actor()).map(ProofResource::answer);
    }

    /** The newest first: repeat with {@code cursor} until there is none. */
    @GET
    @Operation(operationId = "adminListProofs", summary = "Lists proofs, newest first")
    public Uni<ProofListJson> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(200) int limit) {
        ViewProofs.Query query =
                new ViewProofs.Query(Optional.ofNullable(cursor).map(ProofResource::id), limit);
        return viewProofs
                .list(actor.actor(), query)
                .map(
                        result ->
                                switch (result) {
                                    case ViewProofs.Result.Listed(var proofs, var next) ->
                                            ProofListJson.of(proofs, next);
                                    case ViewProofs.Result.Forbidden _,
                                            ViewProofs.Result.Found _,
                                            ViewProofs.Result.NoSuchProof _ ->
                                            throw Problem.forbidden().asException();
                                });
    }

    /** With each difference, what it means, and how to mend it. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "adminShowProof", summary = "Shows a proof with its report")
    public Uni<ProofJson> show(@PathParam("id") UUID id) {
        return viewProofs
                .show(actor.actor(), new ProofId(id))
                .map(
                        result ->
                                switch (result) {
                                    case ViewProofs.Result.Found(var proof) -> ProofJson.of(proof);
                                    case ViewProofs.Result.NoSuchProof _ ->
                                            throw Problem.notFound("proof").asException();
                                    case ViewProofs.Result.Forbidden _,
                                            ViewProofs.Result.Listed _ ->
                                            throw Problem.forbidden().asException();
                                });
    }

    private static ProofId id(String cursor) {
        try {
            return new ProofId(UUID.fromString(cursor));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("/cursor", "invalid", "This cursor was not given by us.")
                    .asException();
        }
    }

    private static ProofJson answer(AskForProof.Result result) {
        return switch (result) {
            case AskForProof.Result.Asked(var proof) -> ProofJson.of(proof);
            case AskForProof.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
