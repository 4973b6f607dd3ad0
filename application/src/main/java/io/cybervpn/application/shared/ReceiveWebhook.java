package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Takes a push of somebody else: judged by its raw bytes, stored, committed, and only then worth an
 * acknowledgement. Applying it is {@link DrainInbox}'s business. A repeated push is stored once.
 */
@Singleton
public final class ReceiveWebhook {
    private final HandlerRegistry handlers;
    private final FreshSecrets secrets;
    private final Inbox inbox;
    private final Ids ids;
    private final Clock clock;

    @Inject
    ReceiveWebhook(
            HandlerRegistry handlers, FreshSecrets secrets, Inbox inbox, Ids ids, Clock clock) {
        this.handlers = handlers;
        this.secrets = secrets;
        this.inbox = inbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** A push to the path of a source. */
    public record Command(String source, WebhookSource.RawPush push) {}

    /** What the sender may be told. */
    public sealed interface Result {
        /** Stored now, or before: acknowledge. */
        record Stored(boolean first) implements Result {}

        /**
         * A question, and what to say to it.
         *
         * @param json the body of the response
         */
        record Answered(String json) implements Result {}

        /** Not genuine: nothing was stored. */
        record Refused(String reason) implements Result {}

        /**
         * No secret is set for this source: nothing was stored, the sender should try again later.
         */
        record NotConfigured() implements Result {}

        /** Nobody owns this path. */
        record NoSuchSource() implements Result {}
    }

    /** Judges and stores. */
    public Uni<Result> execute(Command command) {
        return handlers.webhookSource(command.source())
                .map(source -> judgeTwice(source, command.push()))
                .orElseGet(() -> answer(new Result.NoSuchSource()));
    }

    /** A secret that was changed a moment ago is no reason to refuse what it signed. */
    private Uni<Result> judgeTwice(WebhookSource source, WebhookSource.RawPush push) {
        return switch (source.verify(push)) {
            case WebhookSource.Verdict.Genuine _ -> judge(source, push);
            case WebhookSource.Verdict.Refused _, WebhookSource.Verdict.NotConfigured _ ->
                    secrets.lookAgain().chain(() -> judge(source, push));
        };
    }

    private Uni<Result> judge(WebhookSource source, WebhookSource.RawPush push) {
        return switch (source.verify(push)) {
            case WebhookSource.Verdict.Genuine genuine ->
                    source.answer(push)
                            .map(answer -> answer.<Result>map(Result.Answered::new))
                            .orElseGet(() -> store(source, genuine, push));
            case WebhookSource.Verdict.Refused(var reason) -> answer(new Result.Refused(reason));
            case WebhookSource.Verdict.NotConfigured() -> answer(new Result.NotConfigured());
        };
    }

    private Uni<Result> store(
            WebhookSource source,
            WebhookSource.Verdict.Genuine genuine,
            WebhookSource.RawPush push) {
        String text = source.kept(push);
        if (text.indexOf('\0') >= 0) {
            return answer(new Result.Refused("the body holds a NUL character, which no JSON does"));
        }
        return inbox.store(
                        new Inbox.Message(
                                ids.next(),
                                source.source(),
                                genuine.dedupeKey(),
                                text,
                                clock.instant(),
                                1,
                                genuine.byFormer()))
                .map(id -> new Result.Stored(id.isPresent()));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
