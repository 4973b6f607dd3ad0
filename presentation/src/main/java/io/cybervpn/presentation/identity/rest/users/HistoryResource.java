package io.cybervpn.presentation.identity.rest.users;

import io.cybervpn.application.identity.users.ShowHistory;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The history of a customer (R55), for staff with {@code users:read}. */
@Path("/api/v1/admin/users/{id}/history")
@Tag(name = "admin-users")
@Authenticated
public final class HistoryResource {
    private final ShowHistory showHistory;
    private final CurrentActor actor;

    @Inject
    HistoryResource(ShowHistory showHistory, CurrentActor actor) {
        this.showHistory = showHistory;
        this.actor = actor;
    }

    /** A feed, newest first; orders and payments are in it for who has {@code payments:read}. */
    @GET
    @Operation(operationId = "adminGetUserHistory", summary = "What happened to a customer")
    public Uni<HistoryJson> history(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return showHistory
                .execute(
                        new ShowHistory.Query(
                                actor.actor(),
                                new AccountId(id),
                                Optional.ofNullable(cursor).map(HistoryJson::read),
                                limit))
                .map(HistoryResource::answer);
    }

    private static HistoryJson answer(ShowHistory.Result result) {
        return switch (result) {
            case ShowHistory.Result.Shown shown -> HistoryJson.of(shown);
            case ShowHistory.Result.Refused(var why) -> throw UserProblems.of(why);
        };
    }
}
