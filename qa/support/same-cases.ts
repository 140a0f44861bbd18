import fc from 'fast-check';

// Continuous integration tries the same cases in every run, so that a run fails by the change that it is for; everywhere
// else each run tries new ones.
fc.configureGlobal({ seed: 20_260_101 });
