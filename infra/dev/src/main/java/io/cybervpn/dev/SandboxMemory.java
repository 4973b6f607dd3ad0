package io.cybervpn.dev;

import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the sandbox's panel users and invoices in a file, a second behind at most: the shop's
 * database remembers them too, and a world that forgot them overnight would look like a panel that
 * lost its data.
 */
final class SandboxMemory implements AutoCloseable {

    private static final long PERIOD_MILLIS = 1_000;

    private final SandboxWorld world;
    private final Path file;
    private final ScheduledExecutorService clerk =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("sandbox-memory").daemon().factory());
    private String written = "";

    private SandboxMemory(SandboxWorld world, Path file) {
        this.world = world;
        this.file = file;
    }

    /**
     * Brings back what the file holds, if it is there, and writes down what changes from now on.
     */
    static SandboxMemory of(SandboxWorld world, Path file) {
        var memory = new SandboxMemory(world, file);
        memory.recall();
        var task =
                memory.clerk.scheduleWithFixedDelay(
                        memory::note, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        if (task.isCancelled()) {
            throw new IllegalStateException("The sandbox's memory does not run");
        }
        return memory;
    }

    private void recall() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            var kept = new JsonObject(Files.readString(file));
            objects(kept, "users").forEach(world.panel().users()::restore);
            objects(kept, "invoices").forEach(world.cryptoPay().invoices()::restore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonObject> objects(JsonObject kept, String name) {
        return kept.getJsonArray(name, new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private synchronized void note() {
        String now =
                new JsonObject()
                        .put("users", new JsonArray(world.panel().users().all()))
                        .put("invoices", new JsonArray(world.cryptoPay().invoices().all()))
                        .encode();
        if (now.equals(written)) {
            return;
        }
        try {
            Secrets.write(file, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written = now;
    }

    @Override
    public void close() {
        clerk.shutdownNow();
        note();
    }
}
