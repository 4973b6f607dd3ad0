package io.cybervpn.infrastructure.schedule.postgres;

/** The statements of {@link PostgresSchedules}. */
final class ScheduleSql {
    static final String ANNOUNCE =
            """
            insert into schedule as s (task, rhythm, next_at)
            select * from unnest($1::text[], $2::text[], $3::timestamptz[])
            on conflict (task) do update
            set rhythm = excluded.rhythm, next_at = least(s.next_at, excluded.next_at)
            where s.rhythm <> excluded.rhythm""";

    /** $1 tasks, $2 latest, $3 now, $4 latest end of a lease, $5 run, $6 holder, $7 lease. */
    static final String CLAIM =
            """
            with due as (
                select s.task, s.run_id, s.run_by, s.run_due_at, s.run_started_at, s.attempts
                from schedule s
                join unnest($1::text[], $2::timestamptz[]) as known(task, latest) using (task)
                where (s.paused_at is null or s.asked)
                  and (s.run_id is null and (s.next_at <= $3 or s.next_at > known.latest)
                       or s.lease_until <= $3 or s.lease_until > $4)
                order by s.next_at, s.task limit 1 for update of s skip locked),
            lost as (
                insert into schedule_run (id, task, due_at, started_at, ended_at, run_by, attempt,
                    outcome, done)
                select run_id, task, run_due_at, run_started_at, greatest($3, run_started_at),
                    run_by, attempts, 'lost', 0
                from due where run_id is not null
                on conflict do nothing)
            update schedule s
            set run_id = $5, run_by = $6, run_started_at = $3, lease_until = $7,
                run_due_at = coalesce(s.run_due_at, s.next_at), attempts = s.attempts + 1
            from due where s.task = due.task
            returning s.task, s.run_due_at, s.attempts""";

    static final String PROLONG =
            "update schedule set lease_until = $2 where run_id = any($1) returning run_id";

    /** $1 run, $2 outcome, $3 done, $4 error, $5 ended, $6 next. */
    static final String SETTLE =
            """
            with mine as (
                select * from schedule where run_id = $1 for update),
            kept as (
                insert into schedule_run (id, task, due_at, started_at, ended_at, run_by, attempt,
                    outcome, done, error)
                select run_id, task, run_due_at, run_started_at, greatest($5, run_started_at),
                    run_by, attempts, $2, $3, $4
                from mine where $2 <> 'done' or $3 > 0 or asked
                on conflict do nothing)
            update schedule s
            set last_started_at = mine.run_started_at,
                last_ended_at = greatest($5, mine.run_started_at), last_by = mine.run_by,
                last_outcome = $2, last_done = $3, last_error = $4, next_at = $6, asked = false,
                attempts = case when $2 = 'done' then 0 else mine.attempts end,
                run_id = null, run_by = null, run_due_at = null, run_started_at = null,
                lease_until = null
            from mine where s.task = mine.task""";

    static final String ASK =
            """
            with found as (select task, run_id from schedule where task = :task for update),
            asked as (
                update schedule s set next_at = :now, asked = true
                from found where s.task = found.task and found.run_id is null)
            select case when run_id is null then 'DONE' else 'RUNS' end from found""";

    static final String PAUSE =
            """
            with paused as (
                update schedule set paused_at =
                    case when :paused then coalesce(paused_at, cast(:now as timestamptz)) end
                where task = :task returning 1)
            select 'DONE' from paused""";

    static final String FORGET =
            """
            delete from schedule_run where id in (
                select id from schedule_run where ended_at < $1 order by ended_at limit $2
                for update skip locked)""";

    static final String ALL = "select * from schedule order by task";

    static final String RUNS =
            """
            select * from schedule_run
            where task = $1 and ($2::timestamptz is null or (started_at, id) < ($2, $3))
            order by started_at desc, id desc limit $4""";

    private ScheduleSql() {}
}
