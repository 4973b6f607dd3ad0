package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.manual.TaskView;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.presentation.catalogue.rest.ResourcesJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff are asked to do by hand.
 *
 * @param kind create, change, suspend, resume or remove
 * @param state open, done, rejected or withdrawn
 * @param version of what is wanted; given back when it is closed
 * @param instructions what the panel's settings say of what is wanted
 * @param wish what is wanted in the end
 * @param service what there is now; null in lists, and when nothing is known of it
 * @param closedBy null for the shop itself and API keys
 * @param reason why it was rejected; empty otherwise
 */
@Schema(name = "StaffTask")
public record StaffTaskJson(
        UUID id,
        String kind,
        String state,
        long version,
        UUID subscriptionId,
        UUID accountId,
        UUID panelId,
        String panelName,
        List<String> instructions,
        WishJson wish,
        @Schema(nullable = true) @Nullable ServiceJson service,
        Instant openedAt,
        @Schema(nullable = true) @Nullable UUID assigneeId,
        @Schema(nullable = true) @Nullable Instant closedAt,
        @Schema(nullable = true) @Nullable UUID closedBy,
        String reason) {

    /** What is wanted, or what was made. Limits are null for unlimited. */
    @Schema(name = "StaffTaskWish")
    public record WishJson(
            boolean enabled,
            Instant expireAt,
            @Schema(nullable = true) @Nullable Long trafficLimitBytes,
            @Schema(nullable = true) @Nullable Long deviceLimit,
            List<String> serverGroups,
            @Schema(nullable = true) @Nullable ResourcesJson resources) {
        static WishJson of(TaskView.Wanted spec) {
            Entitlement entitlement = spec.entitlement();
            return new WishJson(
                    spec.enabled(),
                    spec.expireAt(),
                    amount(entitlement.trafficBytes()),
                    amount(entitlement.devices()),
                    entitlement.serverGroups(),
                    ResourcesJson.of(entitlement.resources()));
        }
    }

    /**
     * What there is, as staff said last.
     *
     * @param presence absent, running or stopped
     * @param made as what; null while it is absent
     * @param secretSet whether the customer sees a secret too, which staff do not
     */
    @Schema(name = "StaffTaskService")
    public record ServiceJson(
            String presence,
            Instant since,
            @Schema(nullable = true) @Nullable WishJson made,
            String text,
            String login,
            String address,
            boolean secretSet) {
        static ServiceJson of(TaskView.There service) {
            return new ServiceJson(
                    service.presence().code(),
                    service.since(),
                    service.made().map(WishJson::of).orElse(null),
                    service.text(),
                    service.login(),
                    service.address(),
                    service.secretSet());
        }
    }

    /**
     * Some of them, the oldest first.
     *
     * @param nextCursor where to go on; null at the end
     */
    @Schema(name = "StaffTaskFeed")
    public record FeedJson(
            List<StaffTaskJson> items, @Schema(nullable = true) @Nullable String nextCursor) {
        static FeedJson of(List<TaskView> tasks, int limit) {
            return new FeedJson(
                    tasks.stream().map(StaffTaskJson::of).toList(),
                    tasks.size() < limit ? null : tasks.getLast().id().value().toString());
        }
    }

    static StaffTaskJson of(TaskView view) {
        Optional<TaskView.Closed> closing = view.closing();
        return new StaffTaskJson(
                view.id().value(),
                view.kind().code(),
                view.state().code(),
                view.version(),
                view.access().value(),
                view.account().value(),
                view.place().panel().value(),
                view.place().name(),
                view.place().instructions(),
                WishJson.of(view.wish()),
                view.service().map(ServiceJson::of).orElse(null),
                view.openedAt(),
                view.assignee().map(AccountId::value).orElse(null),
                closing.map(TaskView.Closed::at).orElse(null),
                closing.flatMap(TaskView.Closed::by).map(AccountId::value).orElse(null),
                closing.map(TaskView.Closed::reason).orElse(""));
    }

    private static @Nullable Long amount(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited() -> null;
            case Limit.Of(var amount) -> amount;
        };
    }
}
