using Backchannel.Benchmarks.Training;

return args switch
{
    ["train-taggers", var data, var languages, .. var only] => TaggerTraining.Run(data, languages, only),
    _ => 64,
};
