package io.cybervpn.domain.schedule;

import java.time.Instant;
import java.util.UUID;

/**
 * A task that an instance has taken.
 *
 * @param run names this try; whoever holds another one may not settle the task
 * @param dueAt when it was due
 * @param attempt from 1; more after a failure or a lost instance
 */
public record Firing(TaskName task, UUID run, Instant dueAt, int attempt) {}
