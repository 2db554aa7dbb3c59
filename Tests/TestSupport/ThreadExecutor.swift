import Foundation

/// Runs every job on a new thread, so that tests that block do not keep others' tasks from running.
package final class ThreadExecutor: TaskExecutor {
  package static let shared = ThreadExecutor()

  package func enqueue(_ job: consuming ExecutorJob) {
    // SAFETY: the job is run once, by the thread that is started here.
    let job = UnownedJob(job)
    Thread { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }.start()
  }
}
