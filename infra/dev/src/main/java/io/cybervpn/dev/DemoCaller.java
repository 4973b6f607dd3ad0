package io.cybervpn.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Makes the demo's requests, prints each with its result, and takes no other status than the
 * expected one.
 */
final class DemoCaller implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Progress screen;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int step;

    DemoCaller(Progress screen) {
        this.screen = screen;
    }

    /** From here on requests carry this header; an empty value takes it away. */
    void header(String name, String value) {
        if (value.isEmpty()) {
            headers.remove(name);
            return;
        }
        headers.put(name, value);
    }

    /** A new step, numbered: what it is for, in one sentence. */
    void step(String meaning) {
        step++;
        screen.say("");
        screen.say("%2d. %s".formatted(step, meaning));
    }

    int step() {
        return step;
    }

    /** What came of it, in one sentence. */
    void result(String text) {
        screen.say("    => " + text);
    }

    void raw(String text) {
        screen.say(text);
    }

    DemoAnswer get(String url, int expected) {
        return shown(quiet("GET", url, ""), expected);
    }

    DemoAnswer post(String url, String body, int expected) {
        return shown(quiet("POST", url, body), expected);
    }

    /** Asks again until the answer is as wished; the last one is printed. */
    DemoAnswer until(String url, Duration patience, String wish, Predicate<DemoAnswer> wished) {
        long deadline = System.nanoTime() + patience.toNanos();
        DemoAnswer answer = quiet("GET", url, "");
        while (answer.status() == 200 && !wished.test(answer)) {
            DemoFailed.unless(
                    System.nanoTime() < deadline,
                    "Waited %d s in vain until %s; GET %s says %s"
                            .formatted(patience.toSeconds(), wish, url, answer.shown()));
            pause(POLL);
            answer = quiet("GET", url, "");
        }
        return shown(answer, 200);
    }

    /** Posts again, at most five times a minute, while a one-time password is not good. */
    DemoAnswer until(String url, Supplier<String> body, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        DemoAnswer answer = quiet("POST", url, body.get());
        while (answer.status() == 422 && System.nanoTime() < deadline) {
            pause(AGAIN);
            answer = quiet("POST", url, body.get());
        }
        return shown(answer, 200);
    }

    private DemoAnswer shown(DemoAnswer answer, int expected) {
        screen.say("    " + answer.request() + " -> " + answer.status());
        DemoFailed.unless(
                answer.status() == expected,
                "%s should answer %d and answered %d: %s"
                        .formatted(answer.request(), expected, answer.status(), answer.shown()));
        return answer;
    }

    private DemoAnswer quiet(String method, String url, String body) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method,
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        String name = method + " " + url;
        return orFail(name, () -> send(name, request.build()));
    }

    private DemoAnswer send(String name, HttpRequest request) {
        try {
            return new DemoAnswer(
                    name, http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new DemoFailed(
                    name + " was not answered (" + e + "). Does the shop run? ./cybervpn");
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }

    private static DemoAnswer orFail(String name, Supplier<DemoAnswer> call) {
        try {
            return call.get();
        } catch (IllegalArgumentException e) {
            throw new DemoFailed(name + " is no request: " + e.getMessage());
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
