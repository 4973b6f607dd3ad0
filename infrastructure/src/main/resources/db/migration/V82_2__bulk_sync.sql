-- Staff may have many subscriptions brought to their panels again.
alter table bulk_job drop constraint bulk_job_action_check;
alter table bulk_job add constraint bulk_job_action_check check (action in
    ('extend', 'suspend', 'unsuspend', 'terminate', 'sync', 'grant', 'reset_trial'));
