package io.cybervpn.presentation.live.ws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.port.Feed;
import io.cybervpn.application.live.port.Feed.Replay;
import io.cybervpn.presentation.shared.rest.Caller;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.SocketDoor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What is said on a socket, and what follows from it. */
@Singleton
final class Conversation {
    private static final Logger LOG = Logger.getLogger(Conversation.class);

    private final Hub hub;
    private final Feed feed;
    private final Snapshots snapshots;
    private final CommandReader reader;
    private final SocketDoor door;
    private final LiveSettings settings;
    private final LiveMetrics metrics;

    /** An address that a client begins to hear, and what it is told first. */
    private record Joined(
            Address address, Hearing hearing, Replay replay, Optional<String> snapshot) {}

    @Inject
    Conversation(
            Hub hub,
            Feed feed,
            Snapshots snapshots,
            CommandReader reader,
            SocketDoor door,
            LiveSettings settings,
            LiveMetrics metrics) {
        this.hub = hub;
        this.feed = feed;
        this.snapshots = snapshots;
        this.reader = reader;
        this.door = door;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Greets who came in, and tells from now on what he need not ask for. */
    void begin(LiveSocket socket) {
        List<Address> topics = socket.endpoint().atOnce(socket.caller());
        ObjectNode data = socket.wire().object();
        data.put("pingSeconds", settings.pingEvery().toSeconds());
        data.put("expiresAt", socket.caller().until().toString());
        ArrayNode names = data.putArray("topics");
        topics.forEach(topic -> names.add(topic.topicCode()));
        socket.say("connected", data);
        join(socket, topics, Map.of())
                .subscribe()
                .with(
                        joined -> joined.forEach(one -> play(socket, one)),
                        failure -> broken(socket, failure));
    }

    /** A message came. */
    void hear(LiveSocket socket, String text) {
        metrics.heard();
        long now = System.nanoTime();
        socket.vitals().heard(now);
        if (!socket.vitals().mayTalk(now)) {
            socket.line().close(CloseCode.TOO_MANY, "too many messages");
            return;
        }
        switch (reader.read(text)) {
            case Command.Subscribe wish -> subscribe(socket, wish);
            case Command.Unsubscribe wish -> unsubscribe(socket, wish);
            case Command.Auth shown -> show(socket, shown);
            case Command.Unclear(var ref, var problem) -> refuse(socket, ref, problem);
        }
    }

    private void subscribe(LiveSocket socket, Command.Subscribe wish) {
        Optional<Problem> refusal = refusal(socket, wish.topics());
        if (refusal.isPresent()) {
            refuse(socket, Optional.of(wish.ref()), refusal.get());
            return;
        }
        join(socket, addresses(socket, wish.topics()), wish.since())
                .subscribe()
                .with(
                        joined -> welcome(socket, wish.ref(), joined),
                        failure -> broken(socket, failure));
    }

    private void unsubscribe(LiveSocket socket, Command.Unsubscribe wish) {
        addresses(socket, wish.topics()).forEach(address -> hub.unlisten(socket, address));
        socket.line().send(socket.wire().ack(wish.ref(), socket.wire().object()));
    }

    /** Of all or of none. */
    private static Optional<Problem> refusal(LiveSocket socket, List<String> topics) {
        List<Address> found = addresses(socket, topics);
        if (found.size() < topics.size()) {
            return Optional.of(
                    Problem.invalid("/topics", "unknown", "No such topic is heard here."));
        }
        boolean may = found.stream().allMatch(one -> Endpoint.mayHear(socket.caller(), one));
        return may ? Optional.empty() : Optional.of(Problem.forbidden());
    }

    private static List<Address> addresses(LiveSocket socket, List<String> topics) {
        return topics.stream()
                .flatMap(topic -> socket.endpoint().find(topic, socket.caller()).stream())
                .toList();
    }

    private Uni<List<Joined>> join(
            LiveSocket socket, List<Address> addresses, Map<String, Long> since) {
        return Multi.createFrom()
                .iterable(addresses)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> join(socket, one, since.getOrDefault(one.topicCode(), 0L)))
                .collect()
                .asList();
    }

    /** Who knows how things stood, and hears all that came since, needs no snapshot. */
    private Uni<Joined> join(LiveSocket socket, Address address, long since) {
        Hearing hearing = hub.listen(socket, address);
        return feed.since(address, since)
                .chain(
                        replay ->
                                (since > 0 && replay instanceof Replay.Whole
                                                ? Uni.createFrom().item(Optional.<String>empty())
                                                : snapshots.of(address, replay.position()))
                                        .map(text -> new Joined(address, hearing, replay, text)));
    }

    private static void welcome(LiveSocket socket, String ref, List<Joined> joined) {
        ObjectNode more = socket.wire().object();
        ObjectNode positions = more.putObject("seq");
        joined.forEach(one -> positions.put(one.address().topicCode(), one.replay().position()));
        socket.line().send(socket.wire().ack(ref, more));
        joined.forEach(one -> play(socket, one));
    }

    private static void play(LiveSocket socket, Joined joined) {
        joined.snapshot().ifPresent(text -> socket.line().send(text));
        switch (joined.replay()) {
            case Replay.Whole(var position, var missed) ->
                    joined.hearing()
                            .letThrough(
                                    missed, missed.isEmpty() ? position : missed.getFirst().seq());
            case Replay.Gone(var position) -> {
                socket.sayReset(joined.address(), position);
                joined.hearing().letThrough(List.of(), position);
            }
        }
    }

    private void show(LiveSocket socket, Command.Auth shown) {
        door.byToken(shown.token(), socket.endpoint().path())
                .subscribe()
                .with(
                        answer -> renew(socket, shown.ref(), answer),
                        failure -> broken(socket, failure));
    }

    private void renew(LiveSocket socket, Optional<String> ref, SocketDoor.Answer answer) {
        switch (answer) {
            case SocketDoor.Answer.Out(var problem) -> {
                refuse(socket, ref, problem);
                closeUnlessUnsure(socket, problem);
            }
            case SocketDoor.Answer.In(var caller) -> renew(socket, ref, caller);
        }
    }

    /** Nobody knows whether the new token is good; the old one may go on until its end. */
    private static void closeUnlessUnsure(LiveSocket socket, Problem problem) {
        if (!problem.retryable()) {
            socket.line().close(CloseCode.of(problem), problem.code());
        }
    }

    private void renew(LiveSocket socket, Optional<String> ref, Caller now) {
        Caller before = socket.caller();
        if (!before.account().equals(now.account())) {
            socket.line().close(CloseCode.RIGHT, "another account");
            return;
        }
        hub.recall(socket, now);
        socket.vitals().renewed();
        ObjectNode more = socket.wire().object().put("expiresAt", now.until().toString());
        ref.ifPresent(id -> socket.line().send(socket.wire().ack(id, more)));
    }

    private static void refuse(LiveSocket socket, Optional<String> ref, Problem problem) {
        socket.line().send(socket.wire().error(ref, problem));
    }

    /** A fault of ours: whoever connects again begins anew. */
    private static void broken(LiveSocket socket, Throwable failure) {
        LOG.warnf("a socket cannot go on: %s", failure);
        socket.line().close(CloseCode.TRY_AGAIN, "try again");
    }
}
