// A unit of work for the database, whose type the implementations need not know.
#pragma once

#include "server/jobs/task.hpp"
#include "server/problem/problem.hpp"

namespace pagewright::database {

class Connection;

class Job {
 public:
  virtual ~Job() = default;

  // Runs the function and keeps its result. False: it failed, and its changes must be rolled back.
  virtual bool run(Connection& connection) = 0;
  // Replaces the result: the transaction as a whole failed, or what the function left behind.
  virtual void fail(Problem problem) = 0;

  // Called once, when the result stands.
  Resume resume;
};

// Runs the job. Libraries may throw (bad_alloc, Boost.JSON): it ends this job only.
bool run_guarded(Job& job, Connection& connection);

}  // namespace pagewright::database
