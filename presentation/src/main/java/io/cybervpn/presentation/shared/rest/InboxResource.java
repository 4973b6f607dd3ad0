package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.shared.ReplayMessages;
import io.cybervpn.application.shared.SearchInbox;
import io.cybervpn.application.shared.SearchInbox.Query;
import io.cybervpn.application.shared.SearchInbox.Result;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What others pushed, what came of it, and once more, for staff. */
@Path("/api/v1/admin/inbox")
@Tag(name = "admin system")
@Authenticated
public final class InboxResource {
    private final SearchInbox searchInbox;
    private final ReplayMessages replayMessages;
    private final CurrentActor actor;

    @Inject
    InboxResource(SearchInbox searchInbox, ReplayMessages replayMessages, CurrentActor actor) {
        this.searchInbox = searchInbox;
        this.replayMessages = replayMessages;
        this.actor = actor;
    }

    /** A feed, newest first: repeat with {@code cursor} until there is none. */
    @GET
    @Operation(operationId = "listInboxMessages", summary = "Stored webhooks and what came of them")
    public Uni<InboxMessageJson.FeedJson> list(
            @Valid @BeanParam InboxFilterParams filter,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return searchInbox
                .execute(new Query.Some(actor.actor(), filter.filter(), limit))
                .map(result -> feed(result, limit));
    }

    /** One of them, with what of its body is harmless. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getInboxMessage", summary = "Shows a stored webhook, redacted")
    public Uni<InboxMessageJson.DetailsJson> get(@PathParam("id") UUID id) {
        return searchInbox.execute(new Query.One(actor.actor(), id)).map(InboxResource::details);
    }

    /** Applies some of them again; what they did before is not done twice. Say why in X-Reason. */
    @POST
    @Path("/replays")
    @ReasonRequired
    @Operation(operationId = "replayInboxMessages", summary = "Applies stored webhooks once more")
    public Uni<InboxMessageJson.ReplayedJson> replay(
            @NotNull @Valid InboxMessageJson.ReplayJson wish) {
        return replayMessages
                .execute(
                        new ReplayMessages.Command(
                                actor.actor(), Set.copyOf(wish.ids()), wish.dryRun()))
                .map(result -> replayed(result, wish.dryRun()));
    }

    private static InboxMessageJson.FeedJson feed(Result result, int limit) {
        return switch (result) {
            case Result.Entries(var items) -> InboxMessageJson.FeedJson.of(items, limit);
            case Result.Opened _, Result.NotFound _ -> throw new IllegalStateException();
            case Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static InboxMessageJson.DetailsJson details(Result result) {
        return switch (result) {
            case Result.Opened(var message) -> InboxMessageJson.DetailsJson.of(message);
            case Result.Entries _ -> throw new IllegalStateException();
            case Result.NotFound() -> throw Problem.notFound("message").asException();
            case Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static InboxMessageJson.ReplayedJson replayed(
            ReplayMessages.Result result, boolean dryRun) {
        return switch (result) {
            case ReplayMessages.Result.Done(var fates) ->
                    InboxMessageJson.ReplayedJson.of(dryRun, fates);
            case ReplayMessages.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
