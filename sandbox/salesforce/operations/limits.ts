import type { Operation } from '../call.ts';

export const limits: Operation = {
  name: 'salesforce.limits',
  method: 'GET',
  path: 'limits',
  run(_call, { org, usage }) {
    const { dailyLimit } = org.settings;
    const whole = (Max: number) => ({ Max, Remaining: Max });
    return {
      status: 200,
      body: {
        ConcurrentAsyncGetReportInstances: whole(200),
        DailyApiRequests: { Max: dailyLimit, Remaining: Math.max(0, dailyLimit - usage.used) },
        DailyAsyncApexExecutions: whole(250_000),
        DailyBulkApiBatches: whole(15_000),
        DailyBulkV2QueryJobs: whole(10_000),
        DailyDeliveredPlatformEvents: whole(50_000),
        DataStorageMB: whole(10_240),
        FileStorageMB: whole(10_240),
        HourlyPublishedPlatformEvents: whole(250_000),
        SingleEmail: whole(5_000),
      },
    };
  },
};
